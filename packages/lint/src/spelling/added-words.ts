/**
 * Words that `dictionary-fr` lacks: those of these last years, those of computing that stayed as
 * they came, and the Latin of the law (`intuitu personae`).
 */
export const ADDED_WORDS: ReadonlySet<string> = new Set(
  (
    'abrisme adelphité agrivoltaïsme agrivoltaïque agrivoltaïques mégenrer ubérisé ubérisée ubérisés ubérisées plateformisé plateformisée vélorution vélorutions iel iels celleux ceulles toustes adelphe adelphes agenre agenres racisation ielle ielles solastalgie empuissantement encapacitation stigmergie stigmergique aidance vélotaf vélotafeur vélotafeuse vélorue ' +
    'vélorues antipub antigaspi dégafamiser dégafamisation dégoogliser renaturer nassage upcycling fédiverse cégépien cégépienne égoportrait égoportraits pantoute icitte rapporteure rapporteures ' +
    'cerfa cerfas proratiser proratisé proratisée weekend weekends déchèterie déchèteries sexies septies octies nonies quinquies covid écocide écocides écogeste écogestes féminicide féminicides antivax ' +
    'plateformisation ubérisation uberisation pseudonymisation cobotique fédivers visio visios webinaire webinaires hackeur hackeurs hackeuse hackeuses cyber ' +
    'app apps backup backups bluetooth bug bugs burnout burnouts chatbot chatbots coworking crowdfunding datacenter datacenters dataset datasets deepfake deepfakes ' +
    'download ebook ebooks email emails feedback feedbacks firewall firewalls followers framework frameworks freelance freelances gaming javascript linux git github gitlab greenwashing hackathon hackathons hackerspace ' +
    'hackerspaces hashtag hashtags laptop laptops learning login logins logout markdown newsletter newsletters nudge nudges open-source plugin plugins query scroll slug ' +
    'slugs startup startups streamer streamers template templates tracking upload uploads webinar webinars webmaster workflow workflows ' +
    'interpro interpros affectio litis loci materiae nutum omnes personae petita bono muros quem ratione societatis temporis'
  ).split(' '),
)
