import { util } from '@aws-appsync/utils';

/**
 * Before and after the workers of any field, in APPSYNC_JS (AWS AppSync developer guide, "JavaScript runtime features
 * for resolvers"). The schema's AWSJSON members go out as JSON text, as the embedded front door writes them: AppSync
 * takes text as the JSON that it is, and would refuse a plain text such as a label.
 */
export function request(ctx) {
  const given = ctx.request.headers['x-correlation-id'];
  ctx.stash.correlationId = given && util.matches('^[A-Za-z0-9-]{8,64}$', given) ? given : util.autoId();
  return {};
}

export function response(ctx) {
  const answer = ctx.prev.result;
  if (!answer) return null;
  if (ctx.info.fieldName === 'campaign') return campaignOf(answer);
  return withJsonText(answer, ['detail', 'fields', 'entry']);
}

function withJsonText(value, members) {
  const shown = { ...value };
  for (const member of members) {
    if (shown[member] !== undefined && shown[member] !== null) shown[member] = JSON.stringify(shown[member]);
  }
  return shown;
}

function campaignOf(campaign) {
  return {
    ...campaign,
    selection: withJsonText(campaign.selection, ['publicRandomness']),
    preferences: campaign.preferences.map((preference) => preferenceOf(preference)),
  };
}

function preferenceOf(preference) {
  const shown = withJsonText(preference, ['label']);
  if (!preference.items) return shown;
  return { ...shown, items: preference.items.map((item) => withJsonText(item, ['label'])) };
}
