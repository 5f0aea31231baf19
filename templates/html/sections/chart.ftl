<#-- A drawing of bars: `chart`, a `Chart`, with the texts `chartTitle`, `chartText`, `chartNames` and `chartValues`. -->
<figure class="chart">
<figcaption>${chartTitle}: ${chartText}</figcaption>
<svg role="img" viewBox="0 0 ${chart.width} ${chart.height}" preserveAspectRatio="none" aria-label="${chartTitle}: ${chartText}">
<title>${chartTitle}</title>
<desc>${chartText}</desc>
<#list chart.bars as bar>
<rect x="${bar.x}" y="${bar.y}" width="${bar.width}" height="${bar.height}"><title>${bar.name}: ${bar.value}</title></rect>
</#list>
</svg>
<p class="axis"><span>${chart.bars?first.name}</span><span>highest ${chart.highest}</span><span>${chart.bars?last.name}</span></p>
<details>
<summary>Numbers</summary>
<@grid label="${chartTitle}, in numbers" heads=[chartNames, chartValues]>
<#list chart.bars as bar>
<tr><th scope="row">${bar.name}</th><td>${bar.value}</td></tr>
</#list>
</@grid>
</details>
</figure>
