<#-- What several sections show alike. -->
<#macro mark of><span class="mark" aria-hidden="true">${of}</span> </#macro>
<#macro ref link><#if link.anchor??><a href="#${link.anchor}">${link.text}</a><#else>${link.text}</#if></#macro>
<#macro heading level text anchor>
<div class="heading"><h${level}<#if anchor?has_content> id="${anchor}"</#if>>${text}</h${level}><#if anchor?has_content><a class="permalink" href="#${anchor}" aria-label="Link to ${text}">#</a></#if></div>
</#macro>
<#macro outcome of><@mark of=of.mark /><strong class="${of.outcome}">${of.outcome}</strong></#macro>
<#macro grid label heads>
<div class="scroll" role="group" aria-label="${label}" tabindex="0">
<table>
<thead><tr><#list heads as head><th scope="col">${head}</th></#list></tr></thead>
<tbody>
<#nested>
</tbody>
</table>
</div>
</#macro>
<#macro commandBlock text><pre class="copy"><code>${text}</code></pre></#macro>
