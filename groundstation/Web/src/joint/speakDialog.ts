import { byId, element, setText } from '../dom/element';
import { say } from './api';

export interface Field {
  name: string;
  label: string;
  isLong?: boolean;
  choices?: readonly string[];
  optional?: boolean;
}

const Remembered = 'jointwatch.person';

/** Something that a person says in the party's name: asked for, signed at the station, and told where it could not be. */
export function speak(title: string, explanation: string, act: string, fields: readonly Field[], fixed: Readonly<Record<string, unknown>>, done: () => void): void {
  const dialog = byId<HTMLDialogElement>('speak-dialog');
  const form = byId<HTMLFormElement>('speak-form');
  const error = byId('speak-error');
  setText(byId('speak-title'), title);
  setText(byId('speak-explanation'), explanation);
  setText(error, '');
  byId('speak-fields').replaceChildren(...fields.map(inputOf));
  byId('speak-cancel').onclick = () => dialog.close();
  form.onsubmit = (event) => {
    event.preventDefault();
    const entered = Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)]));
    const person = entered['person'] ?? entered['from'];
    if (person !== undefined) {
      remember(person);
    }
    say(act, { ...fixed, ...entered }).then(
      () => {
        dialog.close();
        done();
      },
      (e: unknown) => setText(error, e instanceof Error ? e.message : String(e)),
    );
  };
  dialog.showModal();
}

function inputOf(field: Field): HTMLElement {
  const attributes: Record<string, string> = { name: field.name, id: `speak-${field.name}`, ...(field.optional === true ? {} : { required: '' }) };
  const input =
    field.choices !== undefined
      ? element('select', attributes, field.choices.map((c) => element('option', { value: c }, [c])))
      : field.isLong === true
        ? element('textarea', { ...attributes, rows: '4' })
        : element('input', { ...attributes, type: 'text', autocomplete: 'off' });
  if (input instanceof HTMLInputElement && (field.name === 'person' || field.name === 'from')) {
    input.value = remembered();
  }
  return element('p', {}, [element('label', { for: `speak-${field.name}` }, [field.label]), input]);
}

function remember(person: string): void {
  try {
    localStorage.setItem(Remembered, person);
  } catch {
    // No storage: it is asked for each time.
  }
}

function remembered(): string {
  try {
    return localStorage.getItem(Remembered) ?? '';
  } catch {
    return '';
  }
}
