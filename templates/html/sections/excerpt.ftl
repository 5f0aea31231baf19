<#-- Lines of foreign text: `excerpt`, an `ExcerptBlock`, with the text `proof`, which says what they show. -->
<p>${proof} (${excerpt.label}<#if excerpt.timed>, times in UTC</#if>):</p>
<pre><code>${excerpt.text}</code></pre>
