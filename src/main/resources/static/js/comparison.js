/**
 * What is compared right now, as plain data: {context, strategies}, each flat. Durations are in µs, and null is what
 * nobody knows.
 *
 * @param measured when measuring began, and what has become of it: {since, now} as dates
 */
export function comparison(lab, { since, now }) {
  return { context: contextOf(lab, { since, now }), strategies: lab.strategies.map((strategy) => rowOf(strategy, lab)) };
}

function contextOf({ settings, workload, scenario, topic, clock, protocol, trust }, { since, now }) {
  const { kind, running, rate, size, burst, speed } = workload.current ?? {};
  return {
    url: settings.link(),
    time: now.toISOString(),
    measuredSeconds: Math.round((now - since) / 1000),
    topic: topic ?? 'events',
    scenario: scenario?.id ?? null,
    workload: kind ?? null,
    workloadRunning: running ?? null,
    eventsPerSecond: rate ?? null,
    eventBytes: size ?? null,
    eventsAtOnce: burst ?? null,
    timesRealSpeed: speed ?? null,
    believed: trust?.believed ?? null,
    doubts: trust?.reasons().map(({ kind }) => kind) ?? [],
    clockErrorMicros: whole(clock.error),
    protocol: protocol || null,
    server: document.querySelector('.page-foot').dataset.server,
    browser: navigator.userAgent,
  };
}

function rowOf({ id, subscription, roundTrips }, { stats }) {
  const { state, meter, recovery } = subscription;
  const ledger = subscription.snapshot?.() ?? meter.snapshot();
  const { received, lost, duplicated, reordered, missed, restarts, requests, opened, latency, ever } = ledger;
  const { down = null, up = null } = stats?.of(id) ?? {};
  const trip = roundTrips?.median;
  return {
    strategy: id,
    state: state.name,
    transport: state.transport ?? '',
    received,
    lost,
    duplicated,
    reordered,
    missed,
    restarts,
    ...percentiles('lastMinute', latency),
    ...percentiles('sinceStart', ever),
    requests,
    connections: opened ?? null,
    bytesDown: down,
    bytesUp: up,
    recoveredMicros: recovery?.openedAt ? whole(recovery.until - recovery.from) : null,
    roundTripMicros: whole(trip?.total),
    roundTripUpMicros: whole(trip?.up),
    roundTripDownMicros: whole(trip?.down),
    roundTripAcceptedMicros: whole(trip?.accepted),
    roundTripsAnswered: roundTrips?.answered ?? 0,
    roundTripsUnanswered: roundTrips?.unanswered ?? 0,
    roundTripsRefused: roundTrips?.refused ?? 0,
  };
}

function percentiles(prefix, latency = {}) {
  return Object.fromEntries(
    ['p50', 'p90', 'p99', 'max'].map((name) => [`${prefix}${name.replace(/^./, (c) => c.toUpperCase())}Micros`, whole(latency[name])]),
  );
}

function whole(micros) {
  return micros == null ? null : Math.round(micros);
}
