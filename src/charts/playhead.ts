/**
 * The hour that drawings show while it plays: moved every frame, outside of React. Those who draw subscribe; those who write words read
 * the store's cursor, which follows a few times a second.
 */
export interface Playhead {
  /** Hours after the order. */
  readonly hours: number;
  moveTo(hours: number): void;
  /** Called after every move; the answer ends it. */
  subscribe(follow: (hours: number) => void): () => void;
}

export function createPlayhead(start: number): Playhead {
  const followers = new Set<(hours: number) => void>();
  let now = start;
  return {
    get hours() {
      return now;
    },
    moveTo(hours) {
      if (hours === now) return;
      now = hours;
      for (const follow of followers) follow(now);
    },
    subscribe(follow) {
      followers.add(follow);
      return () => {
        followers.delete(follow);
      };
    },
  };
}
