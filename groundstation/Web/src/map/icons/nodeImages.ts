import type { Map as MapLibreMap } from 'maplibre-gl';
import type { NodeKind, NodeState } from '../../data/views';
import { NodeColour, Palette } from '../palette';
import { addImage } from './image';
import { symbolImage } from './symbolImages';

/** MIL-STD-2525D: friend, land equipment (symbol set 15), radar 220300, sensor 220100. */
const NodeCode: Record<NodeKind, string> = {
  radar: '10031500002203000000',
  infrared: '10031500002201000000',
  unknown: '10031500000000000000',
};
const Kinds: readonly NodeKind[] = ['radar', 'infrared', 'unknown'];
const States: readonly NodeState[] = ['online', 'silent', 'offline', 'fault'];
const SymbolSize = 17;

export function nodeCode(kind: NodeKind): string {
  return NodeCode[kind];
}

export function nodeIconName(kind: NodeKind, state: NodeState): string {
  return `node/${kind}/${state}`;
}

export function addNodeIcons(map: MapLibreMap): void {
  for (const kind of Kinds) {
    for (const state of States) {
      addImage(map, nodeIconName(kind, state), () =>
        symbolImage(NodeCode[kind], SymbolSize, (context, half) => {
          paintState(context, state, half - 5);
        }),
      );
    }
  }
}

/** The state as colour and as shape, so that it does not hang on colour alone: disc, triangle, ring, square. */
function paintState(context: CanvasRenderingContext2D, state: NodeState, at: number): void {
  context.translate(at, at);
  context.beginPath();
  switch (state) {
    case 'online':
    case 'offline':
      context.arc(0, 0, 3.6, 0, 2 * Math.PI);
      break;
    case 'silent':
      context.moveTo(0, -4.4);
      context.lineTo(4.4, 3.4);
      context.lineTo(-4.4, 3.4);
      context.closePath();
      break;
    case 'fault':
      context.rect(-3.6, -3.6, 7.2, 7.2);
      break;
  }
  context.lineWidth = 3;
  context.strokeStyle = Palette.halo;
  context.stroke();
  context.fillStyle = state === 'offline' ? Palette.halo : NodeColour[state];
  context.fill();
  if (state === 'offline') {
    context.lineWidth = 1.6;
    context.strokeStyle = NodeColour.offline;
    context.stroke();
  }
}
