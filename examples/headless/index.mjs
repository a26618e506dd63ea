import { createGuildhall, memoryStore, systemActor } from '@guildhall/core';

const guildhall = createGuildhall({ store: memoryStore() });
// prettier-ignore
await guildhall.as(systemActor).people.sync({ people: [
  { id: "ada", externalId: "e-1", name: "Ada Byron", email: "ada@example.org", department: "R&D", timeZone: "Europe/London", locale: "en" },
  { id: "ben", externalId: "e-2", name: "Ben Okafor", email: "ben@example.org", department: "Sales", timeZone: "Africa/Lagos", locale: "en" } ] });
// prettier-ignore
await guildhall.as({ id: "ada" }).recognition.give({ receivers: ["ben"], message: "Thank you for the rollback guide", audience: "public" });
const { items, next } = await guildhall.as({ id: 'ben' }).recognition.list({ limit: 20 });
for (const { receivers, giver, message } of items)
  console.log(`${receivers.map(({ name }) => name).join(', ')}, thanked by ${giver.name}: ${message}`);
console.log(next === undefined ? 'That is everything.' : 'There is more.');
