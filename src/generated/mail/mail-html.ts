// Compiled from mail-templates/mail.mjml by `npm run mail-templates`; SHA-256 of that file:
// 23188098daa91a8a347dbfc171130b091cdaf339da4ce08d5c6cf26dd6eab222
import { each, escapeHtml } from '../../services/user/mail/html-filling.ts';
import type { MailView } from '../../services/user/mail/mail-view.ts';

/** The HTML part of a mail, each value escaped. */
export const mailHtml = (mail: MailView): string => `<!doctype html>
<html lang="${escapeHtml(mail.tag)}" dir="${escapeHtml(mail.direction)}" xmlns="http://www.w3.org/1999/xhtml" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office">
<head>
<title>${escapeHtml(mail.subject)}</title>
<!--[if !mso]><!-->
<meta http-equiv="X-UA-Compatible" content="IE=edge">
<!--<![endif]-->
<meta http-equiv="Content-Type" content="text/html; charset=UTF-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<style type="text/css">
#outlook a { padding:0; }
body { margin:0;padding:0;-webkit-text-size-adjust:100%;-ms-text-size-adjust:100%; }
table, td { border-collapse:collapse;mso-table-lspace:0pt;mso-table-rspace:0pt; }
img { border:0;height:auto;line-height:100%; outline:none;text-decoration:none;-ms-interpolation-mode:bicubic; }
p { display:block;margin:13px 0; }
</style>
<!--[if mso]>
<noscript>
<xml>
<o:OfficeDocumentSettings>
<o:AllowPNG/>
<o:PixelsPerInch>96</o:PixelsPerInch>
</o:OfficeDocumentSettings>
</xml>
</noscript>
<![endif]-->
<!--[if lte mso 11]>
<style type="text/css">
.mj-outlook-group-fix { width:100% !important; }
</style>
<![endif]-->
<style type="text/css">
@media only screen and (min-width:480px) {
.mj-column-per-100 { width:100% !important; max-width: 100%; }
}
</style>
<style media="screen and (min-width:480px)">
.moz-text-html .mj-column-per-100 { width:100% !important; max-width: 100%; }
</style>
<style type="text/css">
:root { color-scheme: light dark; supported-color-schemes: light dark; }
h1, h2 { margin: 0; }
@media (prefers-color-scheme: dark) {
body, .page > div { background-color: #111418 !important; }
.card, .card > table { background: #1c2128 !important; background-color: #1c2128 !important; }
.ink div, .ink h1, .ink h2 { color: #e6e9ee !important; }
.ink .muted, .foot div { color: #aab2bd !important; }
.ink .accent, .foot a { color: #8ab4f8 !important; }
.code { background-color: #2a313b !important; }
}
</style>
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
</head>
<body  class="page" style="word-spacing:normal;background-color:#f3f4f6;">
<div style="display:none;font-size:1px;color:#ffffff;line-height:1px;max-height:0px;max-width:0px;opacity:0;overflow:hidden;">${escapeHtml(mail.preheader)}</div>
<div
aria-label="${escapeHtml(mail.subject)}" aria-roledescription="email" role="article" lang="${escapeHtml(mail.tag)}" dir="${escapeHtml(mail.direction)}" style="word-spacing:normal;background-color:#f3f4f6;"
>
<!--[if mso | IE]><table align="center" border="0" cellpadding="0" cellspacing="0" class="" role="presentation" style="width:600px;" width="600" ><tr><td style="line-height:0px;font-size:0px;mso-line-height-rule:exactly;"><![endif]-->
<div  style="margin:0px auto;max-width:600px;">
<table
align="center" border="0" cellpadding="0" cellspacing="0" role="presentation" style="width:100%;"
>
<tbody>
<tr>
<td
style="direction:${escapeHtml(mail.direction)};font-size:0px;padding:0;text-align:center;"
>
<!--[if mso | IE]><table role="presentation" border="0" cellpadding="0" cellspacing="0"><tr><td class="" style="vertical-align:top;width:600px;" ><![endif]-->
<div
class="mj-column-per-100 mj-outlook-group-fix" style="font-size:0px;text-align:${escapeHtml(mail.start)};direction:${escapeHtml(mail.direction)};display:inline-block;vertical-align:top;width:100%;"
>
<table
border="0" cellpadding="0" cellspacing="0" role="presentation" style="vertical-align:top;" width="100%"
>
<tbody>
<tr>
<td
style="font-size:0px;word-break:break-word;"
>
<div
style="height:12px;line-height:12px;"
>&#8202;</div>
</td>
</tr>
</tbody>
</table>
</div>
<!--[if mso | IE]></td></tr></table><![endif]-->
</td>
</tr>
</tbody>
</table>
</div>
<!--[if mso | IE]></td></tr></table><table align="center" border="0" cellpadding="0" cellspacing="0" class="card-outlook" role="presentation" style="width:600px;" width="600" bgcolor="#ffffff" ><tr><td style="line-height:0px;font-size:0px;mso-line-height-rule:exactly;"><![endif]-->
<div  class="card" style="background:#ffffff;background-color:#ffffff;margin:0px auto;max-width:600px;border-radius:12px;overflow:hidden;">
<table
align="center" border="0" cellpadding="0" cellspacing="0" role="presentation" style="background:#ffffff;background-color:#ffffff;width:100%;border-collapse:separate;"
>
<tbody>
<tr>
<td
style="border-radius:12px;direction:${escapeHtml(mail.direction)};font-size:0px;padding:32px 0 16px;text-align:center;"
>
<!--[if mso | IE]><table role="presentation" border="0" cellpadding="0" cellspacing="0"><tr><td class="" style="vertical-align:top;width:600px;" ><![endif]-->
<div
class="mj-column-per-100 mj-outlook-group-fix" style="font-size:0px;text-align:${escapeHtml(mail.start)};direction:${escapeHtml(mail.direction)};display:inline-block;vertical-align:top;width:100%;"
>
<table
border="0" cellpadding="0" cellspacing="0" role="presentation" style="vertical-align:top;" width="100%"
>
<tbody>
<tr>
<td
align="${escapeHtml(mail.start)}" class="ink" style="font-size:0px;padding:0 24px 4px;word-break:break-word;"
>
<div
style="font-family:system-ui, -apple-system, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif;font-size:15px;font-weight:600;line-height:1.5;text-align:${escapeHtml(mail.start)};color:#1f2937;"
><span class="accent" style="color:#2563eb">${escapeHtml(mail.campaign)}</span></div>
</td>
</tr>
<tr>
<td
align="${escapeHtml(mail.start)}" class="ink" style="font-size:0px;padding:0 24px 20px;word-break:break-word;"
>
<div
style="font-family:system-ui, -apple-system, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif;font-size:26px;font-weight:700;line-height:1.25;text-align:${escapeHtml(mail.start)};color:#1f2937;"
><h1 style="font-size:26px;font-weight:700;line-height:1.25">${escapeHtml(mail.title)}</h1></div>
</td>
</tr>
<tr>
<td
align="${escapeHtml(mail.start)}" class="ink" style="font-size:0px;padding:0 24px 16px;word-break:break-word;"
>
<div
style="font-family:system-ui, -apple-system, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:${escapeHtml(mail.start)};color:#1f2937;"
>${escapeHtml(mail.greeting)}</div>
</td>
</tr>
${each(mail.sections, (one1) => `${each(one1.heading, (one2) => `<tr>
<td
align="${escapeHtml(mail.start)}" class="ink" style="font-size:0px;padding:12px 24px 12px;word-break:break-word;"
>
<div
style="font-family:system-ui, -apple-system, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:${escapeHtml(mail.start)};color:#1f2937;"
><h2 style="font-size:19px;font-weight:700;line-height:1.3">${escapeHtml(one2)}</h2></div>
</td>
</tr>
`)}${each(one1.paragraphs, (one2) => `<tr>
<td
align="${escapeHtml(mail.start)}" class="ink" style="font-size:0px;padding:0 24px 16px;word-break:break-word;"
>
<div
style="font-family:system-ui, -apple-system, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:${escapeHtml(mail.start)};color:#1f2937;"
>${escapeHtml(one2)}</div>
</td>
</tr>
`)}${each(one1.facts, (one2) => `<tr>
<td
align="${escapeHtml(mail.start)}" class="ink" style="font-size:0px;padding:0 24px 12px;word-break:break-word;"
>
<div
style="font-family:system-ui, -apple-system, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:${escapeHtml(mail.start)};color:#1f2937;"
><span class="muted" style="font-size:14px;color:#4b5563">${escapeHtml(one2.label)}</span>${each(one2.values, (one3) => `<br>${escapeHtml(one3)}`)}</div>
</td>
</tr>
`)}${each(one1.code, (one2) => `<tr>
<td
align="${escapeHtml(mail.start)}" class="ink" style="font-size:0px;padding:4px 24px 20px;word-break:break-word;"
>
<div
style="font-family:system-ui, -apple-system, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:${escapeHtml(mail.start)};color:#1f2937;"
><table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="border-collapse:separate">
<tr>
<td class="code" bgcolor="#eef1f6" style="background-color:#eef1f6;border-radius:8px;padding:14px 16px">
<span class="muted" style="font-size:14px;color:#4b5563">${escapeHtml(one2.label)}</span>
<div dir="ltr" style="font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;font-size:${escapeHtml(one2.size)};font-weight:700;line-height:1.4;text-align:${escapeHtml(mail.start)};word-break:break-all">${escapeHtml(one2.value)}</div>
</td>
</tr>
</table></div>
</td>
</tr>
`)}${each(one1.button, (one2) => `<tr>
<td
align="${escapeHtml(mail.start)}" style="font-size:0px;padding:0 24px 20px;word-break:break-word;"
>
<table
border="0" cellpadding="0" cellspacing="0" role="presentation" style="border-collapse:separate;line-height:100%;"
>
<tbody>
<tr>
<td
align="center" bgcolor="#2563eb" role="presentation" style="border:none;border-radius:8px;cursor:auto;mso-padding-alt:14px 24px;background:#2563eb;" valign="middle"
>
<a
href="${escapeHtml(one2.link)}" style="display:inline-block;background:#2563eb;color:#ffffff;font-family:system-ui, -apple-system, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif;font-size:17px;font-weight:600;line-height:1.25;margin:0;text-decoration:none;text-transform:none;padding:14px 24px;mso-padding-alt:0px;border-radius:8px;" target="_blank"
>
${escapeHtml(one2.words)}
</a>
</td>
</tr>
</tbody>
</table>
</td>
</tr>
`)}${each(one1.notes, (one2) => `<tr>
<td
align="${escapeHtml(mail.start)}" class="ink" style="font-size:0px;padding:0 24px 16px;word-break:break-word;"
>
<div
style="font-family:system-ui, -apple-system, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif;font-size:14px;line-height:1.5;text-align:${escapeHtml(mail.start)};color:#1f2937;"
><span class="muted" style="color:#4b5563">${escapeHtml(one2)}</span></div>
</td>
</tr>
`)}`)}</tbody>
</table>
</div>
<!--[if mso | IE]></td></tr></table><![endif]-->
</td>
</tr>
</tbody>
</table>
</div>
<!--[if mso | IE]></td></tr></table><table align="center" border="0" cellpadding="0" cellspacing="0" class="" role="presentation" style="width:600px;" width="600" ><tr><td style="line-height:0px;font-size:0px;mso-line-height-rule:exactly;"><![endif]-->
<div  style="margin:0px auto;max-width:600px;">
<table
align="center" border="0" cellpadding="0" cellspacing="0" role="presentation" style="width:100%;"
>
<tbody>
<tr>
<td
style="direction:${escapeHtml(mail.direction)};font-size:0px;padding:20px 0 32px;text-align:center;"
>
<!--[if mso | IE]><table role="presentation" border="0" cellpadding="0" cellspacing="0"><tr><td class="" style="vertical-align:top;width:600px;" ><![endif]-->
<div
class="mj-column-per-100 mj-outlook-group-fix" style="font-size:0px;text-align:${escapeHtml(mail.start)};direction:${escapeHtml(mail.direction)};display:inline-block;vertical-align:top;width:100%;"
>
<table
border="0" cellpadding="0" cellspacing="0" role="presentation" style="vertical-align:top;" width="100%"
>
<tbody>
<tr>
<td
align="${escapeHtml(mail.start)}" class="foot" style="font-size:0px;padding:0 24px;word-break:break-word;"
>
<div
style="font-family:system-ui, -apple-system, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif;font-size:14px;line-height:1.5;text-align:${escapeHtml(mail.start)};color:#4b5563;"
>${escapeHtml(mail.reason)}<br>
<a href="${escapeHtml(mail.unsubscribe.link)}" style="color:#1d4ed8;text-decoration:underline">${escapeHtml(mail.unsubscribe.words)}</a></div>
</td>
</tr>
</tbody>
</table>
</div>
<!--[if mso | IE]></td></tr></table><![endif]-->
</td>
</tr>
</tbody>
</table>
</div>
<!--[if mso | IE]></td></tr></table><![endif]-->
</div>
</body>
</html>`;
