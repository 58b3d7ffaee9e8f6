// Adds up the reports that the test programs wrote (https://ctrf.io), one for each test project.
// Usage: node sum-reports.mjs REPORTS PROJECT.csproj...
// Exit code: 0 if something ran, nothing failed, and every project left a report.
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const [directory, ...projects] = process.argv.slice(2);
const sum = { passed: 0, failed: 0, skipped: 0 };
let whole = projects.length > 0;

for (const project of projects) {
  const file = join(directory, basename(project, '.csproj') + '.ctrf.json');
  if (!existsSync(file)) {
    console.error(`NO REPORT from ${project}: it was not built, or crashed.`);
    whole = false;
    continue;
  }

  const { summary, tests } = JSON.parse(readFileSync(file, 'utf8')).results;
  sum.passed += summary.passed;
  sum.failed += summary.failed;
  sum.skipped += summary.skipped + summary.pending;
  for (const test of tests.filter((t) => t.status !== 'passed')) {
    console.log(`${test.status.toUpperCase()} ${test.name}: ${(test.message ?? '').split('\n')[0]}`);
  }

  if (summary.tests === 0) {
    console.error(`NO TESTS in ${project}.`);
    whole = false;
  }
}

console.log(`${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped`);
process.exitCode = whole && sum.failed === 0 && sum.passed > 0 ? 0 : 1;
