<#-- Links in a row: `links`, of the type `Links`. -->
<#list links.shown as link>${ref(link)}<#sep>, </#list><#if links.more??> ${links.more}</#if><#t>
