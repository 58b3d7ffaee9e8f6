/** Up, Down, Home and End move the focus through a list of buttons, as well as Tab does. */
export function moveWithArrowKeys(list: HTMLElement): void {
  list.addEventListener('keydown', (event) => {
    const buttons = [...list.querySelectorAll<HTMLButtonElement>('button')];
    const at = buttons.findIndex((button) => button === document.activeElement);
    const to = target(event.key, at, buttons.length);
    if (at >= 0 && to !== null) {
      event.preventDefault();
      buttons[to]?.focus();
    }
  });
}

function target(key: string, at: number, count: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return Math.min(at + 1, count - 1);
    case 'ArrowUp':
      return Math.max(at - 1, 0);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
