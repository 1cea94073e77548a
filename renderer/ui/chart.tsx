import { type ReactNode, useEffect, useRef, useState } from 'react';
import { chartText } from '#shared/messages/ui/chart.ts';
import type { ChartOption, ChartPick, Engine } from './chart-engine.ts';
import { type ChartLook, readLook, watchLook } from './chart-look.ts';
import './chart.css';

type ChartProps = {
  /** What is drawn, as a pure function of the data and the look of the page; a new function draws anew. */
  readonly build: (look: ChartLook) => ChartOption;
  readonly onPick: (pick: ChartPick) => void;
  /** Height in rem below which rows would touch each other; the box around it scrolls then. */
  readonly minRem: number;
};

type Drawing = { readonly draw: () => void; readonly stop: () => void };

function keepDrawn(box: HTMLElement, engine: Engine, build: () => ChartProps['build']): Drawing {
  const draw = () => {
    const look = readLook(box);
    if (look.width === 0 || look.height === 0) return; // folded away: drawn when it has room again
    engine.resize(look.width, look.height);
    engine.draw(build()(look));
  };
  const size = new ResizeObserver(draw);
  size.observe(box);
  const stopLook = watchLook(draw);
  return {
    draw,
    stop: () => {
      size.disconnect();
      stopLook();
      engine.dispose();
    },
  };
}

/** A chart in the room its parent leaves. The engine comes after the first paint: numbers and lists never wait for it. */
export function Chart({ build, onPick, minRem }: ChartProps): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  const drawing = useRef<Drawing | null>(null);
  const latest = useRef({ build, onPick });
  latest.current = { build, onPick };
  const [failed, setFailed] = useState(false);

  useEffect(() => {
    let gone = false;
    const start = async () => {
      const { createEngine } = await import('./chart-engine.ts');
      if (gone || box.current === null) return;
      const engine = createEngine(box.current, (pick) => latest.current.onPick(pick));
      drawing.current = keepDrawn(box.current, engine, () => latest.current.build);
    };
    start().catch(() => setFailed(true));
    return () => {
      gone = true;
      drawing.current?.stop();
      drawing.current = null;
    };
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new builder is what asks for a new drawing
  useEffect(() => drawing.current?.draw(), [build]);

  if (failed) return <p className="muted">{chartText.failed}</p>;
  return (
    <div className="chart-scroll">
      <div className="chart-box" ref={box} style={{ minHeight: `${minRem}rem` }} />
    </div>
  );
}
