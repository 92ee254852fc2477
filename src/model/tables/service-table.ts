// Who gives host names, pages, machines or short links under a domain of its own to strangers: one row an operator, with where
// that was read and when. Such a domain is not seized for what one customer does; its operator is written to.
// PSL: the private section of the public suffix list (publicsuffix.org), which operators enter themselves.

export const SERVICE_KINDS = ['dynamic-dns', 'hosting', 'cloud', 'shortener'] as const;
export type ServiceKind = (typeof SERVICE_KINDS)[number];

export interface ServiceRow {
  readonly kind: ServiceKind;
  readonly operator: string;
  /** In A-label form, apart by blanks: the names of customers stand under them. */
  readonly domains: string;
  readonly source: string;
  /** The month in which somebody read the source. */
  readonly seen: string;
}

const PSL = { source: 'public suffix list, private section', seen: '2026-11' } as const;
const COLLECTIONS = {
  source: 'public collections of link shorteners; not asked of the operators',
  seen: '2026-11',
} as const;
const OWN_LIST = (who: string, when: string) => ({
  source: `what ${who} offered at sign-up, as public collections noted it in ${when}`,
  seen: '2026-11',
});
const HANDED_DOWN = {
  source: "addresses of the operator's customers in public reports; not asked of the operator",
  seen: '2026-11',
} as const;

export const SERVICE_TABLE: readonly ServiceRow[] = [
  {
    kind: 'dynamic-dns',
    operator: 'No-IP (Vitalwerks Internet Solutions, LLC)',
    domains: `3utilities.com blogsyte.com bounceme.net brasilia.me cable-modem.org ciscofreak.com collegefan.org
      couchpotatofries.org damnserver.com ddns.me ddns.net ddnsking.com ditchyourip.com dnsfor.me dnsiskinky.com dvrcam.info
      dynns.com eating-organic.net fantasyleague.cc geekgalaxy.com golffan.us gotdns.ch health-carereform.com
      homesecuritymac.com homesecuritypc.com hopto.me hopto.org ilovecollege.info loginto.me mlbfan.org mmafan.biz
      myactivedirectory.com mydissent.net myeffect.net myftp.biz myftp.org mymediapc.net mypsx.net mysecuritycamera.com
      mysecuritycamera.net mysecuritycamera.org myvnc.com net-freaks.com nflfan.org nhlfan.net no-ip.biz no-ip.ca no-ip.co.uk
      no-ip.info no-ip.net no-ip.org noip.me noip.us onthewifi.com pgafan.net point2this.com pointto.us
      privatizehealthinsurance.net quicksytes.com read-books.org redirectme.net securitytactics.com servebeer.com serveblog.net
      servecounterstrike.com serveexchange.com serveftp.com servegame.com servehalflife.com servehttp.com servehumour.com
      serveirc.com serveminecraft.net servemp3.com servep2p.com servepics.com servequake.com servesarcasm.com stufftoread.com
      sytes.net ufcfan.org unusualperson.com webhop.me workisboring.com zapto.org`,
    ...PSL,
  },
  {
    kind: 'dynamic-dns',
    operator: 'No-IP (Vitalwerks Internet Solutions, LLC)',
    domains: 'access.ly freedynamicdns.net freedynamicdns.org hosthampster.com myddns.me viewdns.net',
    ...OWN_LIST('No-IP', 'July 2023'),
  },
  {
    kind: 'dynamic-dns',
    operator: 'ChangeIP',
    domains: `25u.com 2waky.com 3-a.net 4dq.com 4pu.com acmetoy.com almostmy.com americanunfinished.com as19557.net
      authorizeddns.net authorizeddns.org authorizeddns.us b0tnet.com bigmoney.biz changeip.biz changeip.co changeip.net
      changeip.org changeip.us cleansite.biz cleansite.info cleansite.us ddns.info ddns.mobi ddns.ms ddns.us dhcp.biz
      dns-dns.com dns-report.com dns-stuff.com dns04.com dns05.com dns1.us dns2.us dnset.com dnsfailover.net dnsrd.com
      dsmtp.biz dsmtp.com dubya.biz dubya.info dubya.net dubya.us dumb1.com dynamic-dns.net dynamicdns.biz dynssl.com edns.biz
      esmtp.biz ezua.com faqserv.com fartit.com freeddns.com freetcp.com freewww.biz freewww.info ftp1.biz ftpserver.biz
      gettrials.com got-game.org gr8domain.biz gr8name.biz homingbeacon.net https443.net https443.org ikwb.com instanthq.com
      iownyour.biz iownyour.org isasecret.com itemdb.com itsaol.com jetos.com jkub.com jungleheart.com justdied.com lflink.com
      lflinkup.com lflinkup.net lflinkup.org longmusic.com mefound.com misecure.com moneyhome.biz mrbasic.com mrbonus.com
      mrface.com mrslove.com my03.com mydad.info myddns.com myftp.info mylftv.com mymom.info mynetav.com mynetav.net
      mynetav.org mynumber.org mypicture.info mypop3.net mypop3.org mysecondarydns.com mywww.biz myz.info ninth.biz ns01.biz
      ns01.info ns01.us ns02.biz ns02.info ns02.us ns1.name ns2.name ns3.name ocry.com onedumb.com onmypc.biz onmypc.info
      onmypc.net onmypc.org onmypc.us organiccrap.com otzo.com ourhobby.com port25.biz proxydns.com qhigh.com qpoe.com
      rebatesrule.net sendsmtp.com serveuser.com serveusers.com sexidude.com sexxxy.biz sixth.biz squirly.info ssmailer.com
      toh.info toshibanetcam.com toythieves.com trickip.net trickip.org vizvaz.com wikaba.com www1.biz wwwhost.biz wwwhost.us
      x24hr.com xxuz.com xxxy.biz xxxy.info ygto.com youdontcare.com yourtrap.com zyns.com zzux.com`,
    ...OWN_LIST('ChangeIP', 'February 2024 and June 2025'),
  },
  {
    kind: 'dynamic-dns',
    operator: 'Dynu Systems',
    domains: `1cooldns.com accesscam.org bumbleshrimp.com camdvr.org casacam.net ddnsfree.com ddnsgeek.com ddnsguru.com
      dynu.net dynuddns.com dynuddns.net freeddns.org giize.com gleeze.com kozow.com loseyourip.com mywire.org myddns.rocks
      ooguy.com opik.net theworkpc.com webredirect.org`,
    ...PSL,
  },
  {
    kind: 'dynamic-dns',
    operator: 'Dynu Systems',
    domains: '4cloud.click remotewire.net',
    ...OWN_LIST('Dynu', 'February 2024 and April 2026'),
  },
  {
    kind: 'dynamic-dns',
    operator: 'Dyn (Oracle)',
    domains: `ath.cx blogdns.com blogdns.net blogdns.org dnsalias.com dnsalias.net dnsalias.org dnsdojo.com dnsdojo.net
      dnsdojo.org doesntexist.com doesntexist.org dontexist.com dontexist.net dontexist.org dvrdns.org dynalias.com
      dynalias.net dynalias.org dynathome.net dyndns-at-home.com dyndns-free.com dyndns-home.com dyndns-ip.com
      dyndns-remote.com dyndns-server.com dyndns-web.com dyndns.biz dyndns.info dyndns.org dyndns.tv dyndns.ws getmyip.com
      gotdns.com gotdns.org homedns.org homeftp.net homeftp.org homeip.net homelinux.com homelinux.net homelinux.org
      homeunix.com homeunix.net homeunix.org is-a-geek.com is-a-geek.net is-a-geek.org selfip.biz selfip.com selfip.info
      selfip.net selfip.org webhop.biz webhop.info webhop.net webhop.org`,
    ...PSL,
  },
  {
    kind: 'dynamic-dns',
    operator: 'FreeDNS (afraid.org)',
    domains: 'chickenkiller.com crabdance.com ignorelist.com jumpingcrab.com mooo.com strangled.net',
    ...HANDED_DOWN,
  },
  { kind: 'dynamic-dns', operator: 'Duck DNS', domains: 'duckdns.org', ...PSL },
  { kind: 'dynamic-dns', operator: 'dynv6', domains: 'dynv6.net', ...PSL },
  { kind: 'dynamic-dns', operator: 'deSEC', domains: 'dedyn.io', ...PSL },
  { kind: 'dynamic-dns', operator: 'DDNSS', domains: 'ddnss.de ddnss.org', ...PSL },
  {
    kind: 'dynamic-dns',
    operator: 'Now-DNS',
    domains: 'dynserv.org freeddns.us now-dns.net now-dns.org',
    ...PSL,
  },
  {
    kind: 'dynamic-dns',
    operator: 'Synology',
    domains: 'diskstation.me dscloud.biz dscloud.me myds.me synology.me',
    ...PSL,
  },
  { kind: 'dynamic-dns', operator: 'QNAP Systems', domains: 'myqnapcloud.com', ...PSL },
  {
    kind: 'dynamic-dns',
    operator: 'Pubyun (3322)',
    domains: '2288.org 3322.org 6600.org 7766.org 8800.org 8866.org 9966.org f3322.net f3322.org',
    ...HANDED_DOWN,
  },
  { kind: 'hosting', operator: 'Hostinger (000webhost)', domains: '000webhostapp.com', ...HANDED_DOWN },
  { kind: 'hosting', operator: 'Google (Blogger)', domains: 'blogspot.com', ...PSL },
  { kind: 'hosting', operator: 'Google (Firebase)', domains: 'firebaseapp.com web.app', ...PSL },
  { kind: 'hosting', operator: 'GitHub', domains: 'github.io githubusercontent.com', ...PSL },
  { kind: 'hosting', operator: 'GitLab', domains: 'gitlab.io', ...PSL },
  { kind: 'hosting', operator: 'Cloudflare', domains: 'pages.dev', ...PSL },
  { kind: 'hosting', operator: 'Netlify', domains: 'netlify.app', ...PSL },
  { kind: 'hosting', operator: 'Vercel', domains: 'now.sh vercel.app', ...PSL },
  { kind: 'hosting', operator: 'Wix', domains: 'editorx.io wixsite.com', ...PSL },
  { kind: 'hosting', operator: 'Weebly', domains: 'weebly.com weeblysite.com', ...HANDED_DOWN },
  { kind: 'hosting', operator: 'Shopify', domains: 'myshopify.com', ...PSL },
  { kind: 'hosting', operator: 'Neocities', domains: 'neocities.org', ...HANDED_DOWN },
  { kind: 'hosting', operator: 'Surge', domains: 'surge.sh', ...PSL },
  { kind: 'hosting', operator: 'Automattic (WordPress.com)', domains: 'wordpress.com', ...HANDED_DOWN },
  { kind: 'hosting', operator: 'InfinityFree', domains: 'epizy.com rf.gd', ...HANDED_DOWN },
  {
    kind: 'cloud',
    operator: 'Microsoft (Azure)',
    domains: `azure-mobile.net azureedge.net azurefd.net azurestaticapps.net azurewebsites.net blob.core.windows.net
      cloudapp.net servicebus.windows.net trafficmanager.net web.core.windows.net`,
    ...PSL,
  },
  { kind: 'cloud', operator: 'Microsoft (Azure)', domains: 'cloudapp.azure.com', ...HANDED_DOWN },
  {
    kind: 'cloud',
    operator: 'Amazon Web Services',
    domains: 'amplifyapp.com awsapprunner.com cloudfront.net elasticbeanstalk.com',
    ...PSL,
  },
  { kind: 'cloud', operator: 'Amazon Web Services', domains: 'amazonaws.com on.aws', ...HANDED_DOWN },
  { kind: 'cloud', operator: 'Google Cloud', domains: 'appspot.com cloudfunctions.net run.app', ...PSL },
  { kind: 'cloud', operator: 'Heroku (Salesforce)', domains: 'herokuapp.com', ...PSL },
  { kind: 'cloud', operator: 'Cloudflare', domains: 'trycloudflare.com workers.dev', ...PSL },
  { kind: 'cloud', operator: 'Fly.io', domains: 'fly.dev', ...PSL },
  { kind: 'cloud', operator: 'Render', domains: 'onrender.com', ...PSL },
  { kind: 'cloud', operator: 'Railway', domains: 'up.railway.app', ...PSL },
  { kind: 'cloud', operator: 'Replit', domains: 'repl.co replit.app replit.dev', ...PSL },
  { kind: 'cloud', operator: 'Glitch', domains: 'glitch.me', ...HANDED_DOWN },
  { kind: 'cloud', operator: 'ngrok', domains: 'ngrok-free.app ngrok-free.dev ngrok.app ngrok.dev ngrok.io', ...PSL },
  { kind: 'cloud', operator: 'DigitalOcean', domains: 'digitaloceanspaces.com ondigitalocean.app', ...PSL },
  { kind: 'cloud', operator: 'Alibaba Cloud', domains: 'aliyuncs.com', ...HANDED_DOWN },
  { kind: 'cloud', operator: 'Tencent Cloud', domains: 'myqcloud.com', ...HANDED_DOWN },
  { kind: 'shortener', operator: 'Bitly', domains: 'bit.ly bitly.com j.mp', ...COLLECTIONS },
  { kind: 'shortener', operator: 'TinyURL', domains: 'tinyurl.com', ...COLLECTIONS },
  { kind: 'shortener', operator: 'X (Twitter)', domains: 't.co', ...COLLECTIONS },
  { kind: 'shortener', operator: 'LinkedIn', domains: 'lnkd.in', ...COLLECTIONS },
  { kind: 'shortener', operator: 'Google', domains: 'goo.gl page.link', ...COLLECTIONS },
  { kind: 'shortener', operator: 'Hootsuite', domains: 'ht.ly ow.ly', ...COLLECTIONS },
  { kind: 'shortener', operator: 'Rebrandly', domains: 'rb.gy rebrand.ly', ...COLLECTIONS },
  {
    kind: 'shortener',
    operator: 'the operator of the shortener',
    domains:
      'adf.ly b.link bit.do bl.ink buff.ly clck.ru cutt.ly is.gd ity.im s.id shorturl.at t.ly tiny.cc urlz.fr v.gd x.co',
    ...COLLECTIONS,
  },
];
