package io.github.dsmsso.wizard.dsm;

/**
 * Someone signed in to the NAS ({@code SYNO.Core.CurrentConnection list}).
 *
 * @param who the account
 * @param from the address
 * @param type such as {@code HTTP/HTTPS}
 * @param service such as {@code DiskStation Manager}
 * @param since since when, in the NAS's own writing and time zone
 */
public record CurrentConnection(String who, String from, String type, String service, String since) {

}
