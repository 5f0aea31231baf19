<#list links.shown as link><@ref link=link /><#sep>, </#list><#if links.more??> ${links.more}</#if><#t>
