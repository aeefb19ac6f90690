/** Live events: what changed, so that a page asks again. */
import type { LiveStreams } from '../live/live-streams.js';
import { defineRoute, type Route } from '../route.js';

export function eventRoute(streams: LiveStreams): Route {
  return defineRoute({
    method: 'get',
    path: '/api/events',
    operationId: 'streamEvents',
    tag: '实时消息',
    summary: '实时消息（Server-Sent Events），只含本人可见的变化',
    description:
      '事件名为 `case`、`task`、`incident`、`bundle`，数据为 `{ id, caseNumber?, queue? }`；断线重连带 `Last-Event-ID` 会补发，无法补发时先收到 `reset`，应全部重新查询。',
    roles: 'signed-in',
    headers: { type: 'object', properties: { 'Last-Event-ID': { type: 'string' } } },
    responses: {
      200: { description: '事件流', contentType: 'text/event-stream', schema: { type: 'string' } },
    },
    handle: async ({ res, actor, header, domain, sessionToken }) => {
      const isSignedIn = async (): Promise<boolean> =>
        (await domain.users.findSession(sessionToken ?? ''))?.user.id === actor.id;
      await streams.open(res, { actor, lastEventId: header('Last-Event-ID'), isSignedIn });
      return undefined;
    },
  });
}
