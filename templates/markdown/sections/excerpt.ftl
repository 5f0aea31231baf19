<#-- Lines of foreign text: `excerpt`, an `ExcerptBlock`, with the text `proof`, which says what they show. -->
${proof} (${excerpt.label}<#if excerpt.timed>, times in UTC</#if>):

${fenced("text", excerpt.text)}
