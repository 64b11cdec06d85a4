import { number, text } from '../text.js';
import { time } from './amounts.js';

const AUDIENCE = { min: 1, max: 1_000_000, fallback: 1000 };
const AUDIENCES = [1, 10, 30, 100, 300, 1000, 3000, 10_000, 30_000, 100_000, 300_000, 1_000_000];
const STALENESS = { min: 50, max: 60_000, fallback: 1000 };
const STALENESSES = [50, 100, 200, 500, 1000, 2000, 5000, 10_000, 30_000, 60_000];

/** What the user says about the case, kept in the address. */
export function questionForm(form, settings, changed) {
  const { audience, staleness, twoway } = form.elements;
  choices(audience, AUDIENCES, Math.round(settings.number('audience', AUDIENCE)), (clients) =>
    clients === 1 ? text('advice.this-page') : number(clients),
  );
  choices(staleness, STALENESSES, settings.number('staleness', STALENESS), time);
  let said = settings.choice('twoway', ['true', 'false'], undefined);
  twoway.checked = said === 'true';

  form.addEventListener('submit', (submit) => submit.preventDefault());
  form.addEventListener('change', ({ target }) => {
    said = target === twoway ? String(twoway.checked) : said;
    settings.set(target.name, target === twoway ? said : target.value);
    changed();
  });

  settings.tell?.(() => ({ audience: audience.value, staleness: staleness.value, twoway: twoway.checked }));

  return {
    /** As the server wants it; whether clients send is taken from the scenario until the user says so. */
    values({ scenario }) {
      if (said === undefined) {
        twoway.checked = scenario?.twoWay ?? false;
      }
      return { audience: Number(audience.value), stalenessMs: Number(staleness.value), twoWay: twoway.checked };
    },
  };
}

/** A value of the address that is none of the usual choices becomes one. */
function choices(select, usual, chosen, label) {
  const values = [...new Set([...usual, chosen])].sort((a, b) => a - b);
  select.replaceChildren(...values.map((value) => new Option(label(value), value, value === chosen, value === chosen)));
}
