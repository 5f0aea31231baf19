<#--
  The validation report. Each section is a template of its own under sections/, named after the section.
  To change one, put a file of the same name into a folder of yours and pass that folder with the templates option.
  Every interpolation is escaped for Markdown; code(), cellCode(), fenced(), ref() and page() return Markdown.
-->
<#assign banner = report.banner>
# ${report.title}

> ${banner.mark} **${banner.verdict}** · <#if banner.revision??>${code(banner.revision)}<#else>no revision identified</#if> · ${banner.tally} · confidence **${banner.confidence}**
>
> **${banner.advice}** ${banner.because}
<#list banner.alerts as alert>
>
> ${alert.mark} **${alert.what}:** ${alert.text}<#if alert.command??> ${code(alert.command)}</#if>
</#list>

<#include "sections/header.ftl">
<#list report.sections as section>

<#include "sections/" + section.template + ".ftl">
</#list>

<#include "sections/footer.ftl">
