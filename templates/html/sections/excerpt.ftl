<p>${proof} (${excerpt.label}<#if excerpt.timed>, times in UTC</#if>):</p>
<pre><code>${excerpt.text}</code></pre>
