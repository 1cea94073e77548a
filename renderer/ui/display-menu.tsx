import type { ReactNode } from 'react';
import { usePreference } from '#renderer/session/preferences.ts';
import { displayText } from '#shared/messages/ui/display.ts';
import { densities, displayKeys, textPercent, textSizes, useDisplayChoice } from './display.ts';
import { testIds } from './test-ids.ts';

/** 標準 ▾ 100% ▾ at the right end of the status bar: the two choices people change while they work. */
export function DisplayMenu(): ReactNode {
  const { density, textSize } = useDisplayChoice();
  const [, setDensity] = usePreference(displayKeys.density, 'compact');
  const [, setTextSize] = usePreference(displayKeys.textSize, 'standard');
  return (
    <span className="display-menu">
      <select
        value={density}
        onChange={(event) => setDensity(event.currentTarget.value)}
        aria-label={displayText.density}
        title={displayText.density}
        data-testid={testIds.displayDensity}
      >
        {densities.map((value) => (
          <option key={value} value={value}>
            {displayText.densities[value]}
          </option>
        ))}
      </select>
      <select
        value={textSize}
        onChange={(event) => setTextSize(event.currentTarget.value)}
        aria-label={displayText.textSize}
        title={displayText.textSize}
        data-testid={testIds.displayTextSize}
      >
        {textSizes.map((value) => (
          <option key={value} value={value}>
            {displayText.percent(textPercent[value])}
          </option>
        ))}
      </select>
    </span>
  );
}
