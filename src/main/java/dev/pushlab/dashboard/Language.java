package dev.pushlab.dashboard;

import java.util.List;
import java.util.Locale;

/** A language that the page is written in. */
record Language(Locale locale, boolean current) {

    /** English first: it is what everybody gets whose language is not here. */
    static final List<Locale> LOCALES = List.of(Locale.ENGLISH, Locale.KOREAN);

    static List<Language> all(Locale current) {
        return LOCALES.stream()
                .map(locale -> new Language(locale, locale.equals(closest(current))))
                .toList();
    }

    /** The page's language for somebody who asks for the given one. */
    static Locale closest(Locale wanted) {
        return LOCALES.stream()
                .filter(locale -> locale.getLanguage().equals(wanted.getLanguage()))
                .findFirst()
                .orElse(LOCALES.get(0));
    }

    public String tag() {
        return locale.toLanguageTag();
    }

    public String name() {
        return locale.getDisplayLanguage(locale);
    }
}
