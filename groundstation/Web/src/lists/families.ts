import { isActive } from '../data/newWarnings';
import type { WarningView } from '../data/views';

/**
 * Warnings in their families: a body and what came off it stand together, the parent first. A family stands where its most pressing member would:
 * those in force first, the soonest impact on top; then the others, newest first.
 */
export function inFamilies(warnings: readonly WarningView[]): WarningView[] {
  const families = new Map<number, WarningView[]>();
  for (const warning of warnings) {
    families.set(warning.familyId, [...(families.get(warning.familyId) ?? []), warning]);
  }
  const mostPressing = (family: readonly WarningView[]): WarningView => [...family].sort(inOrder)[0] as WarningView;
  return [...families.values()]
    .map((family) => ({ family: family.sort((a, b) => a.id - b.id), first: mostPressing(family) }))
    .sort((a, b) => inOrder(a.first, b.first))
    .flatMap(({ family }) => family);
}

function inOrder(a: WarningView, b: WarningView): number {
  if (isActive(a) !== isActive(b)) {
    return isActive(a) ? -1 : 1;
  }
  return isActive(a) ? impactTime(a) - impactTime(b) || a.id - b.id : b.id - a.id;
}

const impactTime = (warning: WarningView): number => (warning.impact === null ? Number.MAX_VALUE : Date.parse(warning.impact.time));
