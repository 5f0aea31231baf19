${proof} (${excerpt.label}<#if excerpt.timed>, times in UTC</#if>):

${fenced("text", excerpt.text)}
