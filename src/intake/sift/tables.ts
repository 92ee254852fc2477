// Words that tell a name from what only looks like one. Rows are added, with a sample in the tests.

/** Endings of files that are no top-level domain (2026-11, IANA's list of top-level domains). */
export const FILE_ENDINGS: ReadonlySet<string> = new Set(
  (
    'pdf doc docx docm dot dotx rtf odt txt text log csv tsv xls xlsx xlsm ods ppt pptx xml json yaml yml html htm xhtml php asp ' +
    'aspx jsp js ts css gif jpg jpeg png tif tiff bmp svg webp exe dll sys bat cmd ps1 vbs scr msi jar apk bin dat tmp bak ini cfg conf ' +
    'rar 7z gz tgz tar iso img eml msg pst mp3 mp4 avi wav key pem crt cer p7s asc sig warc lnk'
  ).split(' '),
);

/** Endings of files that are top-level domains, too. */
export const FILES_AND_TOPS: ReadonlySet<string> = new Set(['zip', 'mov', 'sh', 'py', 'ps', 'md', 'rs', 'pl', 'app']);

/** Of those, the ones that are doubtful in a list as well: hardly anybody registers names there. */
export const RATHER_FILES: ReadonlySet<string> = new Set(['zip', 'mov', 'py', 'sh']);

/** Top-level domains that are words of English: "the Order.It is" is no name. */
export const WORDS_AND_TOPS: ReadonlySet<string> = new Set(
  'in to is it at no so me my be by as us do am an or if of on the and all any for new one now case law legal plus see here page'.split(
    ' ',
  ),
);

/** Abbreviations after which a sentence goes on (Bluebook style, as orders have them). */
export const ABBREVIATIONS: ReadonlySet<string> = new Set(
  (
    'inc corp co ltd llc llp lp plc no nos v vs al etc seq cir ct dist div dep dept ex exh exs app fed civ crim evid proc r p pp ' +
    'para paras sec secs art compl decl aff mem mot op br id cf supp rev stat reg ann am jr sr dr mr mrs ms hon esq st u.s u.s.c f.2d f.3d f.4th ' +
    'f.supp d.d.c d.c e.d n.d s.d w.d va cal tex wash n.y e.g i.e a.m p.m jan feb mar apr jun jul aug sept sep oct nov dec'
  ).split(' '),
);

/** Heads of columns that hold the names that are meant. */
export const NAME_COLUMN =
  /\b(domains?|names?|hosts?|hostnames?|fqdns?|sites?|websites?|urls?|iocs?|indicators?)\b|domain_?name/i;

/** Heads of columns that hold names of others, or the same ones in another form. */
export const OTHER_COLUMN =
  /server|\bns\d?\b|registra|registry|operator|contact|mail|address|\bips?\b|whois|sinkhole|unicode|u-label|displayed|note|comment|remark|description|provider|isp\b|owner|status|source/i;

/** Heads that leave open whose names they are. */
export const VAGUE_COLUMN = /^\s*(?:(?:full )?names?|hosts?|(?:web ?)?sites?|urls?)\s*$/i;

/** Titles of tables whose names are surely not, or no longer, those that are meant. */
export const NOT_MEANT =
  /name ?servers?|sinkhole|petitioner|plaintiff|exclu[ds]|exempt|except|white-? ?list|allow-? ?list|benign|legitimate|not (?:to|part|in|sub)|releas|dismiss|withdrawn|removed|struck|former/i;

/** Titles of tables about somebody else, unless they speak of domains. */
export const OF_OTHERS =
  /registrars?\b|registr(?:y|ies)\b|operators?\b|contacts?\b|providers?\b|isps?\b|servers?\b|whois/i;
