// What happens in this process, for everyone who wants to know: subscriptions, Socket.IO and caches.

/** Topics and what each event carries. */
export interface ApiEvents {
  /** A viewer's ratings or preferences changed. */
  viewerChanged: { readonly viewerId: number };
  /** Someone opened or left a page. */
  visitorsChanged: Record<string, never>;
}

export interface EventBus {
  publish<Topic extends keyof ApiEvents>(topic: Topic, event: ApiEvents[Topic]): void;
  /** Calls `handler` for each event until the returned function is called. */
  subscribe<Topic extends keyof ApiEvents>(topic: Topic, handler: (event: ApiEvents[Topic]) => void): () => void;
}

export function createEventBus(): EventBus {
  const target = new EventTarget();
  return {
    publish: (topic, event) => target.dispatchEvent(new CustomEvent(topic, { detail: event })),
    subscribe(topic, handler) {
      const listener = (event: Event) => handler((event as CustomEvent).detail);
      target.addEventListener(topic, listener);
      return () => target.removeEventListener(topic, listener);
    },
  };
}
