import { ActionIcon } from '@mantine/core';
import { RotateCcw } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import type { InputPath } from '../../scenario/index.ts';
import { SourceTag, useText, type ShownTag } from '../kit/index.ts';
import { settingsIn, usePlanner } from './store-context.tsx';

const NOTHING_SET = { inputs: {} };

/** The tag and the lines of origin of one input: what is in force now, and what it was before the user touched it. */
export function useSource(path: InputPath, edited: boolean): { tag: ShownTag; origin: string; before: ShownTag; beforeOrigin: string } {
  const { pick } = useText();
  const city = usePlanner((state) => state.city);
  const base = usePlanner((state) => state.plan.base);
  const source = settingsIn(base, city).provenance.get(path)!;
  const standard = settingsIn(NOTHING_SET, city).provenance.get(path)!;
  const before = source.tag === 'user' ? 'scenario' : source.tag;
  return {
    tag: edited ? 'user' : before,
    origin: pick(source.origin),
    before: standard.tag as ShownTag,
    beforeOrigin: pick(standard.origin),
  };
}

interface InputFrameProps {
  readonly label: string;
  readonly help: string;
  readonly tag: ShownTag;
  /** Lines of origin, the one in force first. */
  readonly origins: readonly string[];
  readonly edited: boolean;
  readonly onReset: () => void;
  /** The fields that stand at the end of the first line, with their units. */
  readonly fields: ReactNode;
  /** The fields are all there is, no slider; the source then stands on the first line. */
  readonly oneLine?: boolean;
  /** A sentence on a refused value. */
  readonly problem?: string | null;
  readonly children?: ReactNode;
}

/** One input: name, value and unit on the first line, slider and source on the second; the way back appears once it is edited. */
export function InputFrame({
  label,
  help,
  tag,
  origins,
  edited,
  onReset,
  fields,
  oneLine = false,
  problem,
  children,
}: InputFrameProps): ReactElement {
  const { t } = useText();
  const source = (
    <>
      <SourceTag tag={tag} label={label}>
        <p>{help}</p>
        {[...new Set(origins)].map((origin) => (
          <p key={origin}>{origin}</p>
        ))}
      </SourceTag>
      <span className="input-reset">
        {edited && (
          <ActionIcon
            className="icon-button"
            variant="subtle"
            size="sm"
            aria-label={t('planner:inputs.reset', { label })}
            title={t('planner:inputs.reset', { label })}
            onClick={onReset}
          >
            <RotateCcw size="0.9rem" aria-hidden />
          </ActionIcon>
        )}
      </span>
    </>
  );
  return (
    <div className="input-row" role="group" aria-label={label}>
      <div className="input-head">
        <span className="input-label">{label}</span>
        {oneLine && source}
        <span className="input-fields">{fields}</span>
      </div>
      {!oneLine && (
        <div className="input-track">
          {children}
          {source}
        </div>
      )}
      {problem && (
        <p className="input-problem" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}
