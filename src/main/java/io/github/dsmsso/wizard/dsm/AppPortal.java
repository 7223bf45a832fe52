package io.github.dsmsso.wizard.dsm;

/**
 * An application of DSM that people can open by a domain of its own
 * ({@code SYNO.Core.AppPortal}; fields as N4S4/synology-api and ychiu1211/dsmctl show
 * them).
 *
 * @param name {@code display_name}, such as Synology Drive
 * @param domain {@code fqdn}
 */
public record AppPortal(String name, String domain) {

}
