import type { ChartLook } from '#renderer/ui/chart-look.ts';

const plain = (color: string) => ({ color, hatch: null });
const hatched = (color: string) => ({ color, hatch: 'white' });

/** A page on which a full-width character is 13 pixels wide. */
export const look: ChartLook = {
  width: 480,
  height: 200,
  font: 'sans-serif',
  fontSize: 13,
  ink: 'black',
  paper: 'white',
  float: 'ivory',
  edge: 'grey',
  fills: {
    0: plain('silver'),
    1: plain('green'),
    2: hatched('blue'),
    3: hatched('gold'),
    4: hatched('red'),
    5: hatched('purple'),
  },
};
