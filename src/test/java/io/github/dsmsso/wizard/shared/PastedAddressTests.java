package io.github.dsmsso.wizard.shared;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever stands in the address bar while DSM is open is DSM's address.
 */
class PastedAddressTests {

	@ParameterizedTest
	@CsvSource(delimiter = '>',
			textBlock = """
					https://nas:5001                                                    > https://nas:5001
					https://nas:5001/                                                   > https://nas:5001
					https://nas:5001//                                                  > https://nas:5001
					https://nas:5001/#                                                  > https://nas:5001
					https://nas:5001#                                                   > https://nas:5001
					https://nas:5001?                                                   > https://nas:5001
					https://nas:5001/?                                                  > https://nas:5001
					https://nas:5001/#/                                                 > https://nas:5001
					https://nas:5001/#/signin                                           > https://nas:5001
					https://nas:5001/#/signin/                                          > https://nas:5001
					https://nas:5001/#/desktop                                          > https://nas:5001
					https://nas:5001#/signin                                            > https://nas:5001
					HTTPS://NAS:5001/#/SIGNIN                                           > https://nas:5001
					nas:5001/#/signin                                                   > https://nas:5001
					nas/#/signin                                                        > https://nas
					https://nas/#/signin                                                > https://nas
					https://nas:443/#/signin                                            > https://nas
					https://nas.:5001/#/signin                                          > https://nas:5001
					https://nas.example.org./                                           > https://nas.example.org
					https://192.168.1.5:5001/#/signin                                   > https://192.168.1.5:5001
					https://[fd12:3456::1]:5001/#/signin                                > https://[fd12:3456::1]:5001
					https://[FD12:3456:0::1]:5001/index.cgi                             > https://[fd12:3456::1]:5001
					https://my-nas.synology.me:5001/#/signin                            > https://my-nas.synology.me:5001
					https://my-nas.direct.example:5001/?launchApp=SYNO.SDS.App.FileStation3.Instance > https://my-nas.direct.example:5001
					https://nas:5001/?launchApp=SYNO.SDS.AdminCenter.Application        > https://nas:5001
					https://nas:5001/?launchApp=SYNO.SDS.AdminCenter.Application&launchParam=fn%3DSYNO.SDS.AdminCenter.Directory.Main > https://nas:5001
					https://nas:5001/?launchApp=SYNO.Foto.AppInstance#/personal_space   > https://nas:5001
					https://nas:5001?launchApp=SYNO.SDS.Drive.Application               > https://nas:5001
					https://nas:5001/?SynoToken=abc                                     > https://nas:5001
					https://nas:5001/?code=abc&state=def                                > https://nas:5001
					https://nas:5001/?error=access_denied&error_description=The+owner%20refused > https://nas:5001
					https://nas:5001/?a=https://evil.example/                           > https://nas:5001
					https://nas:5001/?a=user@evil.example                               > https://nas:5001
					https://nas:5001/#@evil.example                                     > https://nas:5001
					https://nas:5001/#https://evil.example                              > https://nas:5001
					https://nas:5001/?q=ä                                               > https://nas:5001
					https://nas:5001/#/ordner/Übersicht                                 > https://nas:5001
					https://nas:5001/index.cgi                                          > https://nas:5001
					https://nas:5001/index.cgi?                                         > https://nas:5001
					https://nas:5001/index.cgi#/signin                                  > https://nas:5001
					https://nas:5001/index.cgi?launchApp=SYNO.SDS.PkgManApp.Instance    > https://nas:5001
					https://nas:5001/index.cgi?action=oidcauthurl&method=oidc           > https://nas:5001
					https://nas:5001/index.cgi/                                         > https://nas:5001
					https://nas/index.cgi                                               > https://nas
					nas/index.cgi                                                       > https://nas
					https://nas:5001//index.cgi                                         > https://nas:5001
					https://nas:5001/webman                                             > https://nas:5001
					https://nas:5001/webman/                                            > https://nas:5001
					https://nas:5001/webman/index.cgi                                   > https://nas:5001
					https://nas:5001/webman/login.cgi                                   > https://nas:5001
					https://nas:5001/webman/logout.cgi?x=y                              > https://nas:5001
					https://nas:5001/webman/3rdparty/DownloadStation/webUI/x.html       > https://nas:5001
					https://nas:5001/webman/ssoclient/token_relay.html                  > https://nas:5001
					https://nas:5001/webman/resources/images/a%20b.png                  > https://nas:5001
					nas/webman                                                          > https://nas
					https://nas:5001/webapi                                             > https://nas:5001
					https://nas:5001/webapi/                                            > https://nas:5001
					https://nas:5001/webapi/query.cgi                                   > https://nas:5001
					https://nas:5001/webapi/query.cgi?api=SYNO.API.Info&version=1&method=query&query=all > https://nas:5001
					https://nas:5001/webapi/entry.cgi?api=SYNO.Core.Desktop.SessionData > https://nas:5001
					https://nas:5001/webapi/entry.cgi/SYNO.API.Auth                     > https://nas:5001
					https://nas:5001/desktop                                            > https://nas:5001
					https://nas:5001/desktop/                                           > https://nas:5001
					https://nas:5001/desktop/#/signin                                   > https://nas:5001
					https://nas:5001/desktop/apps/x                                     > https://nas:5001
					https://nas:05001.example/#/signin                                  > address.port
					http://nas:5000/#/signin                                            > address.http
					http://nas:5000/webman/index.cgi                                    > address.http
					http://nas/index.cgi                                                > address.http
					http://127.0.0.1:5000/webman/index.cgi                              > http://127.0.0.1:5000
					https://nas:5001/Webman/                                            > address.below-path
					https://nas:5001/webmanx                                            > address.below-path
					https://nas:5001/index.html                                         > address.below-path
					https://host.example/dsm                                            > address.below-path
					https://host.example/dsm/                                           > address.below-path
					https://host.example/dsm/#/signin                                   > address.below-path
					https://host.example/nas/dsm/webman/index.cgi                       > address.below-path
					https://nas:5001/photo                                              > address.portal
					https://nas:5001/photo/#/shared_space                               > address.portal
					https://nas:5001/drive/                                             > address.portal
					https://nas:5001/cam/                                               > address.portal
					https://nas:5001/..;/webman                                         > address.path
					https://nas:5001/%2e%2e/webman                                      > address.path
					https://quickconnect.to/mynas                                       > address.quickconnect
					https://mynas.quickconnect.to/#/signin                              > address.quickconnect
					https://admin:secret@nas:5001/#/signin                              > address.user-name
					https://bücher.example:5001/#/signin                                > https://xn--bcher-kva.example:5001
					""")
	void isReducedToTheAddressOrToldWhyNot(String typed, String expected) {
		assertThat(read("  " + typed + "\n")).isEqualTo(expected);
	}

	private static String read(String typed) {
		try {
			return BaseUrl.parse(typed).toString();
		}
		catch (ProblemException ex) {
			return ex.problem().code();
		}
	}

}
