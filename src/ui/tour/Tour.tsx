import { Button, CloseButton } from '@mantine/core';
import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState, type ReactElement } from 'react';
import { useText } from '../kit/index.ts';
import { place } from './place.ts';
import { STEPS, TARGETS } from './steps.ts';

const SHOWN = 'data-tour';

/** Five steps beside the parts of the page that they speak of. The page stays in use; Esc or a press ends it, and the focus goes back. */
export function Tour({ onEnd }: { onEnd: () => void }): ReactElement {
  const { t } = useText();
  const [at, setAt] = useState(0);
  const card = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const step = STEPS[at];
  const last = at === STEPS.length - 1;

  useEffect(() => {
    const before = document.activeElement;
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  useLayoutEffect(() => {
    const target = document.querySelector(TARGETS[step]);
    const settle = (): void => {
      if (card.current) place(card.current, target);
    };
    target?.setAttribute(SHOWN, '');
    target?.scrollIntoView({ block: 'nearest' });
    settle();
    heading.current?.focus();
    window.addEventListener('resize', settle);
    window.addEventListener('scroll', settle, { passive: true });
    return () => {
      target?.removeAttribute(SHOWN);
      window.removeEventListener('resize', settle);
      window.removeEventListener('scroll', settle);
    };
  }, [step]);

  const go = (to: number): void => {
    if (to >= STEPS.length) onEnd();
    else if (to >= 0) setAt(to);
  };
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const meaning = { Escape: onEnd, ArrowRight: () => go(at + 1), ArrowLeft: () => go(at - 1) }[event.key];
    if (!meaning) return;
    event.preventDefault();
    event.stopPropagation();
    meaning();
  });
  useEffect(() => {
    const own = card.current;
    const listen = (event: KeyboardEvent): void => onKeyDown(event);
    own?.addEventListener('keydown', listen);
    return () => own?.removeEventListener('keydown', listen);
  }, []);
  return (
    <div ref={card} className="tour" role="dialog" aria-labelledby="tour-title" aria-describedby="tour-words" tabIndex={-1}>
      <header>
        <p>{t('tour:step', { step: at + 1, steps: STEPS.length })}</p>
        <CloseButton aria-label={t('tour:end')} onClick={onEnd} />
      </header>
      <h2 id="tour-title" ref={heading} tabIndex={-1}>
        {t(`tour:${step}.title`)}
      </h2>
      <p id="tour-words">{t(`tour:${step}.words`)}</p>
      <footer>
        <Button size="compact-md" variant="default" disabled={at === 0} onClick={() => go(at - 1)}>
          {t('tour:back')}
        </Button>
        <Button size="compact-md" onClick={() => go(at + 1)}>
          {t(last ? 'tour:done' : 'tour:next')}
        </Button>
      </footer>
    </div>
  );
}
