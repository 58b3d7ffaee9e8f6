import ms, { type Symbol as MilSymbol } from 'milsymbol';

/** Stands in for a code that is none: MIL-STD-2525D, unknown identity, symbol set air, nothing more known. */
const UnknownAir = '10010100000000000000';
const Code = /^\d{20}$/;
const MaxRemembered = 512;
/** Frames are black: a light line about them keeps them apart from a dark ground. */
const OnDark = { outlineColor: '#dfe8f0', outlineWidth: 5 };

const remembered = new Map<string, string>();

/** The symbol of a MIL-STD-2525D identification code, its frame's side about `size` pixels. */
export function milSymbol(code: string, size: number): MilSymbol {
  const symbol = new ms.Symbol(knownCode(code), { size, ...OnDark });
  return symbol.isValid() === true ? symbol : new ms.Symbol(UnknownAir, { size, ...OnDark });
}

export function knownCode(code: string): string {
  return Code.test(code) ? code : UnknownAir;
}

/** The symbol as a data address for an <img>. */
export function milSymbolAddress(code: string, size: number): string {
  const key = `${size}/${knownCode(code)}`;
  const known = remembered.get(key);
  if (known !== undefined) {
    return known;
  }
  if (remembered.size >= MaxRemembered) {
    remembered.clear();
  }
  const address = milSymbol(code, size).toDataURL();
  remembered.set(key, address);
  return address;
}
