import { call } from './api.js';

const PROBE_MS = 5000;

/** The two ways from this page to its server: its own address, and the faulty network's port of the same host. */
export class Network {
  #faults;
  #clock;

  /**
   * @param port the faulty network's
   * @param api turns a path of the API into an address
   */
  constructor(port, api) {
    this.origin = `http://${location.hostname}:${port}`;
    this.#faults = api('faults');
    this.#clock = new URL(api('clock'), this.origin);
  }

  state() {
    return call('GET', this.#faults);
  }

  /** Makes it a preset, or what the given numbers say, both ways alike; resolves to the new state. */
  change({ preset, latency, jitter, bandwidth }) {
    return call('PUT', this.#faults, preset ? { preset } : { toxics: toxics({ latency, jitter, bandwidth }) });
  }

  /**
   * Whether this page can get there: not from another machine where the port is open to this one only, nor through TLS or
   * a proxy. While nothing gets through there is nothing to try it by.
   */
  async isReachable({ enabled }) {
    if (location.protocol !== 'http:') {
      return false;
    }
    if (!enabled) {
      return true;
    }
    try {
      return (await fetch(this.#clock, { cache: 'no-store', signal: AbortSignal.timeout(PROBE_MS) })).ok;
    } catch {
      return false;
    }
  }
}

function toxics({ latency, jitter, bandwidth }) {
  return ['upstream', 'downstream'].flatMap((stream) => [
    ...(bandwidth > 0 ? [{ type: 'bandwidth', stream, attributes: { rate: bandwidth } }] : []),
    { type: 'latency', stream, attributes: { latency, jitter } },
  ]);
}

/** The numbers of a network that change() has made; empty where it was made otherwise. */
export function numbersOf({ toxics }) {
  const of = (type) => toxics.find((toxic) => toxic.type === type && toxic.stream === 'downstream')?.attributes;
  return { ...of('latency'), ...(of('bandwidth') && { bandwidth: of('bandwidth').rate }) };
}
