// Read calendar files with ical.js, the parser of Thunderbird, and write each one again.
// argv: the library's folder. stdin: JSON list of files. stdout: JSON list of what was found.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const { default: ICAL } = await import(pathToFileURL(`${process.argv[2]}/dist/ical.js`));
const MOST = 400;

function when(time) {
  if (time.isDate) return time.toString();
  if (time.zone === ICAL.Timezone.localTimezone) return time.toString();
  return time.toUnixTime();
}

function occurrences(event) {
  if (!event.isRecurring()) return [{ title: event.summary ?? "", start: when(event.startDate), end: when(event.endDate) }];
  const found = [];
  const steps = event.iterator();
  for (let next = steps.next(); next && found.length < MOST; next = steps.next()) {
    const one = event.getOccurrenceDetails(next);
    found.push({ title: one.item.summary ?? "", start: when(one.startDate), end: when(one.endDate) });
  }
  return found;
}

function read(text) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  for (const zone of calendar.getAllSubcomponents("vtimezone")) {
    ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  }
  const events = calendar.getAllSubcomponents("vevent").map((one) => new ICAL.Event(one));
  const series = events.filter((one) => !one.isRecurrenceException());
  const found = series.map((event) => {
    events.filter((one) => one.isRecurrenceException() && one.uid === event.uid)
      .forEach((one) => event.relateException(one));
    return {
      uid: event.uid,
      title: event.summary ?? "",
      description: event.description ?? "",
      place: event.location ?? "",
      categories: event.component.getAllProperties("categories").flatMap((one) => one.getValues()),
      occurrences: occurrences(event),
    };
  });
  const name = calendar.getFirstPropertyValue("x-wr-calname");
  ICAL.TimezoneService.reset();
  return { name, events: found, again: calendar.toString() };
}

ICAL.design.strict = true;
console.log(JSON.stringify(JSON.parse(readFileSync(0, "utf-8")).map(read)));
