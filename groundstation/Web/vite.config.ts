import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Relative, so that the page also works behind a proxy that gives it a path of its own.
  base: './',
  build: {
    outDir: '../Station/wwwroot',
    emptyOutDir: true,
    target: 'es2022',
    // Nothing inline: the page runs under a content security policy without 'unsafe-inline'.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // MapLibre alone is 1 MB; it is served from the same machine.
    chunkSizeWarningLimit: 2500,
    rollupOptions: {
      // The station's own page; the joint desk's, which is the centre's too; and the directing staff's.
      input: ['index.html', 'joint.html', 'director.html'],
      output: {
        // MapLibre's worker comes as .mjs, which not every web server knows as JavaScript.
        assetFileNames: (asset) =>
          asset.names.some((name) => name.endsWith('.mjs')) ? 'assets/[name]-[hash].js' : 'assets/[name]-[hash][extname]',
      },
    },
  },
  server: {
    proxy: {
      '/api': 'http://localhost:8080',
      '/hub': { target: 'http://localhost:8080', ws: true },
    },
  },
  test: {
    include: ['tests/**/*.test.ts'],
  },
});
