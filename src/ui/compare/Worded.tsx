import type { ReactElement } from 'react';

const BRACKETED = /(（[^）]*）|\([^)]*\))/;

/** Words in which what stands in brackets, an interval or a second reading of the same instant, is never torn apart; on a line of its own if asked. */
export function Worded({ words, apart = false }: { words: string; apart?: boolean }): ReactElement {
  const parts = words.split(BRACKETED);
  return (
    <>
      {parts.map((part, at) =>
        at % 2 === 1 ? (
          <span key={at} className="worded" data-apart={apart}>
            {part}
          </span>
        ) : (
          part
        ),
      )}
    </>
  );
}
