// The workload in the page's address: a scenario by its name, or the figures of one's own.
import { same } from './workload.js';

const GENERATOR = ['rate', 'size', 'burst'];
const TRACE = ['speed', 'loop'];

/** The scenario that a workload is, of those given, each {id, workload}; undefined if it is one's own. */
export function scenarioOf(workload, scenarios) {
  return scenarios.find((scenario) => same(scenario.workload, workload));
}

/**
 * The workload that the address asks for; undefined if it asks for none.
 *
 * @param ranges {min, max, fallback} of rate, size, burst and speed
 */
export function askedFor(settings, scenarios, ranges) {
  const id = settings.choice('scenario', scenarios.map((scenario) => scenario.id));
  if (id) {
    return scenarios.find((scenario) => scenario.id === id).workload;
  }
  const given = (names) => names.some((name) => settings.get(name) !== undefined);
  const figure = (name) => settings.number(name, ranges[name]);
  if (given(GENERATOR)) {
    return { kind: 'generator', rate: figure('rate'), size: Math.round(figure('size')), burst: Math.round(figure('burst')) };
  }
  if (given(TRACE)) {
    return { kind: 'trace', speed: figure('speed'), loop: settings.choice('loop', ['true', 'false'], 'true') === 'true' };
  }
  return undefined;
}

/** A workload as settings; each that doesn't apply is undefined. */
export function asSettings(workload, scenarios) {
  const scenario = workload && scenarioOf(workload, scenarios);
  const own = workload && !scenario ? workload : {};
  return Object.fromEntries([
    ['scenario', scenario?.id],
    ...[...GENERATOR, ...TRACE].map((name) => [name, own[name] === undefined ? undefined : String(own[name])]),
  ]);
}
