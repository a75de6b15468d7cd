using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace KeyProducts.Web.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "aspnetroles",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true, collation: "C"),
                    normalizedname = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true, collation: "C"),
                    concurrencystamp = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_aspnetroles", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "aspnetusers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    fullname = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    isactive = table.Column<bool>(type: "boolean", nullable: false),
                    lastcodestep = table.Column<long>(type: "bigint", nullable: true),
                    username = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true, collation: "C"),
                    normalizedusername = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true, collation: "C"),
                    email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true, collation: "C"),
                    normalizedemail = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true, collation: "C"),
                    emailconfirmed = table.Column<bool>(type: "boolean", nullable: false),
                    passwordhash = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    securitystamp = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    concurrencystamp = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    phonenumber = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true, collation: "C"),
                    phonenumberconfirmed = table.Column<bool>(type: "boolean", nullable: false),
                    twofactorenabled = table.Column<bool>(type: "boolean", nullable: false),
                    lockoutend = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    lockoutenabled = table.Column<bool>(type: "boolean", nullable: false),
                    accessfailedcount = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_aspnetusers", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "auditentries",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    userid = table.Column<Guid>(type: "uuid", nullable: true),
                    username = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    page = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    act = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    subject = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    year = table.Column<int>(type: "integer", nullable: true),
                    changes = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    reason = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    sequence = table.Column<long>(type: "bigint", nullable: false),
                    previous = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    hash = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_auditentries", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "audithead",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    sequence = table.Column<long>(type: "bigint", nullable: false),
                    hash = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    seal = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    begunat = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    begunwith = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audithead", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "businesses",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    isdemonstration = table.Column<bool>(type: "boolean", nullable: false),
                    taxcode = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    taxcodereason = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    ownership = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    website = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    mergedintoid = table.Column<Guid>(type: "uuid", nullable: true),
                    searchtext = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    version = table.Column<Guid>(type: "uuid", nullable: false),
                    address_city = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    address_district = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    address_street = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    address_ward = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    contact_email = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    contact_name = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    contact_phone = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    name_english = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    name_vietnamese = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_businesses", x => x.id);
                    table.ForeignKey(
                        name: "fk_businesses_businesses_mergedintoid",
                        column: x => x.mergedintoid,
                        principalTable: "businesses",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "pastfigures",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    measure = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    industry = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    value = table.Column<long>(type: "bigint", nullable: false),
                    exactness = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    @base = table.Column<string>(name: "base", type: "text", nullable: true, collation: "C"),
                    datayear = table.Column<int>(type: "integer", nullable: true),
                    source = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    note = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    ispublic = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pastfigures", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "personalrequests",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    what = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    who = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    details = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    receivedon = table.Column<DateOnly>(type: "date", nullable: false),
                    doneat = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    outcome = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    version = table.Column<Guid>(type: "uuid", nullable: false),
                    doneby_id = table.Column<Guid>(type: "uuid", nullable: true),
                    doneby_name = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_personalrequests", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "privacysettings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    contact = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    contactmonths = table.Column<int>(type: "integer", nullable: true),
                    dossiermonths = table.Column<int>(type: "integer", nullable: true),
                    commentmonths = table.Column<int>(type: "integer", nullable: true),
                    mailmonths = table.Column<int>(type: "integer", nullable: true),
                    requestmonths = table.Column<int>(type: "integer", nullable: true),
                    version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_privacysettings", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "programmes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    isdemonstration = table.Column<bool>(type: "boolean", nullable: false),
                    stage = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    validitymonths = table.Column<int>(type: "integer", nullable: false),
                    lastnumber = table.Column<int>(type: "integer", nullable: false),
                    lastcertificatenumber = table.Column<int>(type: "integer", nullable: false),
                    consultationpublishedat = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    publishedat = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    decisionsigner = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    sealopenedat = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<Guid>(type: "uuid", nullable: false),
                    consultation_contact = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    consultation_showsall = table.Column<bool>(type: "boolean", nullable: true),
                    consultation_showsscores = table.Column<bool>(type: "boolean", nullable: true),
                    councildecision_date = table.Column<DateOnly>(type: "date", nullable: true),
                    councildecision_number = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    dates_consultationfrom = table.Column<DateOnly>(type: "date", nullable: true),
                    dates_consultationuntil = table.Column<DateOnly>(type: "date", nullable: true),
                    dates_judgingfrom = table.Column<DateOnly>(type: "date", nullable: true),
                    dates_judginguntil = table.Column<DateOnly>(type: "date", nullable: true),
                    dates_nominationsfrom = table.Column<DateOnly>(type: "date", nullable: true),
                    dates_nominationsuntil = table.Column<DateOnly>(type: "date", nullable: true),
                    decisionscan_contenttype = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    decisionscan_name = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    decisionscan_sha256 = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    decisionscan_size = table.Column<long>(type: "bigint", nullable: true),
                    judging_issealed = table.Column<bool>(type: "boolean", nullable: false),
                    judging_judgespernomination = table.Column<int>(type: "integer", nullable: true),
                    judging_othersmarks = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    plan_date = table.Column<DateOnly>(type: "date", nullable: true),
                    plan_number = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    recognitiondecision_date = table.Column<DateOnly>(type: "date", nullable: true),
                    recognitiondecision_number = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    rules_businesscap = table.Column<int>(type: "integer", nullable: true),
                    rules_decimals = table.Column<int>(type: "integer", nullable: false),
                    rules_markstep = table.Column<long>(type: "bigint", nullable: false),
                    rules_method = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    rules_passmark = table.Column<long>(type: "bigint", nullable: true),
                    rules_quorum = table.Column<int>(type: "integer", nullable: false),
                    rules_scale = table.Column<long>(type: "bigint", nullable: false),
                    rules_spreadlimit = table.Column<long>(type: "bigint", nullable: true),
                    rules_tiechain = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    rules_topcount = table.Column<int>(type: "integer", nullable: false),
                    screening_dongperdollar = table.Column<long>(type: "bigint", nullable: true),
                    screening_jumpratio = table.Column<long>(type: "bigint", nullable: false),
                    screening_maxfilemegabytes = table.Column<int>(type: "integer", nullable: false),
                    screening_maxfiles = table.Column<int>(type: "integer", nullable: false),
                    screening_supplementdays = table.Column<int>(type: "integer", nullable: false),
                    screening_tolerance = table.Column<long>(type: "bigint", nullable: false),
                    screening_twopersons = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_programmes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "protectionkeys",
                columns: table => new
                {
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    xml = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_protectionkeys", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "aspnetroleclaims",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    roleid = table.Column<Guid>(type: "uuid", nullable: false),
                    claimtype = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    claimvalue = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_aspnetroleclaims", x => x.id);
                    table.ForeignKey(
                        name: "fk_aspnetroleclaims_aspnetroles_roleid",
                        column: x => x.roleid,
                        principalTable: "aspnetroles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "aspnetuserclaims",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    userid = table.Column<Guid>(type: "uuid", nullable: false),
                    claimtype = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    claimvalue = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_aspnetuserclaims", x => x.id);
                    table.ForeignKey(
                        name: "fk_aspnetuserclaims_aspnetusers_userid",
                        column: x => x.userid,
                        principalTable: "aspnetusers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "aspnetuserlogins",
                columns: table => new
                {
                    loginprovider = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false, collation: "C"),
                    providerkey = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false, collation: "C"),
                    providerdisplayname = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    userid = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_aspnetuserlogins", x => new { x.loginprovider, x.providerkey });
                    table.ForeignKey(
                        name: "fk_aspnetuserlogins_aspnetusers_userid",
                        column: x => x.userid,
                        principalTable: "aspnetusers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "aspnetuserpasskeys",
                columns: table => new
                {
                    credentialid = table.Column<byte[]>(type: "bytea", maxLength: 1024, nullable: false),
                    userid = table.Column<Guid>(type: "uuid", nullable: false),
                    data = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_aspnetuserpasskeys", x => x.credentialid);
                    table.ForeignKey(
                        name: "fk_aspnetuserpasskeys_aspnetusers_userid",
                        column: x => x.userid,
                        principalTable: "aspnetusers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "aspnetuserroles",
                columns: table => new
                {
                    userid = table.Column<Guid>(type: "uuid", nullable: false),
                    roleid = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_aspnetuserroles", x => new { x.userid, x.roleid });
                    table.ForeignKey(
                        name: "fk_aspnetuserroles_aspnetroles_roleid",
                        column: x => x.roleid,
                        principalTable: "aspnetroles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_aspnetuserroles_aspnetusers_userid",
                        column: x => x.userid,
                        principalTable: "aspnetusers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "aspnetusertokens",
                columns: table => new
                {
                    userid = table.Column<Guid>(type: "uuid", nullable: false),
                    loginprovider = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false, collation: "C"),
                    name = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false, collation: "C"),
                    value = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_aspnetusertokens", x => new { x.userid, x.loginprovider, x.name });
                    table.ForeignKey(
                        name: "fk_aspnetusertokens_aspnetusers_userid",
                        column: x => x.userid,
                        principalTable: "aspnetusers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "sessions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    userid = table.Column<Guid>(type: "uuid", nullable: false),
                    way = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    address = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    browser = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    system = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    passkey = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    startedat = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    seenat = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    endedat = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sessions", x => x.id);
                    table.ForeignKey(
                        name: "fk_sessions_aspnetusers_userid",
                        column: x => x.userid,
                        principalTable: "aspnetusers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "businessfigure",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    businessid = table.Column<Guid>(type: "uuid", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    revenue = table.Column<long>(type: "bigint", nullable: true),
                    exportcents = table.Column<long>(type: "bigint", nullable: true),
                    employees = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_businessfigure", x => x.id);
                    table.ForeignKey(
                        name: "fk_businessfigure_businesses_businessid",
                        column: x => x.businessid,
                        principalTable: "businesses",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "listing",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    businessid = table.Column<Guid>(type: "uuid", nullable: false),
                    list = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    year = table.Column<int>(type: "integer", nullable: false),
                    place = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_listing", x => x.id);
                    table.ForeignKey(
                        name: "fk_listing_businesses_businessid",
                        column: x => x.businessid,
                        principalTable: "businesses",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "nationalbrandtitle",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    businessid = table.Column<Guid>(type: "uuid", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_nationalbrandtitle", x => x.id);
                    table.ForeignKey(
                        name: "fk_nationalbrandtitle_businesses_businessid",
                        column: x => x.businessid,
                        principalTable: "businesses",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "pastproducts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    product = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    business = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    taxcode = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    industry = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    istop = table.Column<bool>(type: "boolean", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    businessid = table.Column<Guid>(type: "uuid", nullable: true),
                    ispublic = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pastproducts", x => x.id);
                    table.ForeignKey(
                        name: "fk_pastproducts_businesses_businessid",
                        column: x => x.businessid,
                        principalTable: "businesses",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "comments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    programmeid = table.Column<Guid>(type: "uuid", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    way = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    name = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    organisation = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    contact = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    nominationnumber = table.Column<int>(type: "integer", nullable: true),
                    text = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    receivedon = table.Column<DateOnly>(type: "date", nullable: false),
                    receivedat = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    answer = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    answeredat = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    releasedtext = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    releasedat = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<Guid>(type: "uuid", nullable: false),
                    answeredby_id = table.Column<Guid>(type: "uuid", nullable: true),
                    answeredby_name = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    enteredby_id = table.Column<Guid>(type: "uuid", nullable: true),
                    enteredby_name = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_comments", x => x.id);
                    table.ForeignKey(
                        name: "fk_comments_programmes_programmeid",
                        column: x => x.programmeid,
                        principalTable: "programmes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "criteriongroup",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    programmeid = table.Column<Guid>(type: "uuid", nullable: false),
                    order = table.Column<int>(type: "integer", nullable: false),
                    minimum = table.Column<string>(type: "text", nullable: true),
                    name_english = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    name_vietnamese = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_criteriongroup", x => x.id);
                    table.ForeignKey(
                        name: "fk_criteriongroup_programmes_programmeid",
                        column: x => x.programmeid,
                        principalTable: "programmes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "industry",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    programmeid = table.Column<Guid>(type: "uuid", nullable: false),
                    order = table.Column<int>(type: "integer", nullable: false),
                    name_english = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    name_vietnamese = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_industry", x => x.id);
                    table.ForeignKey(
                        name: "fk_industry_programmes_programmeid",
                        column: x => x.programmeid,
                        principalTable: "programmes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "judges",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    programmeid = table.Column<Guid>(type: "uuid", nullable: false),
                    userid = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    title = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    organisation = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    role = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    marksallcriteria = table.Column<bool>(type: "boolean", nullable: false),
                    hasleft = table.Column<bool>(type: "boolean", nullable: false),
                    scoresallnominations = table.Column<bool>(type: "boolean", nullable: false),
                    extendeduntil = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_judges", x => x.id);
                    table.ForeignKey(
                        name: "fk_judges_aspnetusers_userid",
                        column: x => x.userid,
                        principalTable: "aspnetusers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_judges_programmes_programmeid",
                        column: x => x.programmeid,
                        principalTable: "programmes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "papertemplates",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    programmeid = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    subject = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    addressees = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    bases = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    body = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    english = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    signatures = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    recipients = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_papertemplates", x => x.id);
                    table.ForeignKey(
                        name: "fk_papertemplates_programmes_programmeid",
                        column: x => x.programmeid,
                        principalTable: "programmes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "sealopening",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    programmeid = table.Column<Guid>(type: "uuid", nullable: false),
                    personid = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sealopening", x => x.id);
                    table.ForeignKey(
                        name: "fk_sealopening_programmes_programmeid",
                        column: x => x.programmeid,
                        principalTable: "programmes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "snapshotproposals",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    programmeid = table.Column<Guid>(type: "uuid", nullable: false),
                    sha256 = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    replaces = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    reason = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    byid = table.Column<Guid>(type: "uuid", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_snapshotproposals", x => x.id);
                    table.ForeignKey(
                        name: "fk_snapshotproposals_programmes_programmeid",
                        column: x => x.programmeid,
                        principalTable: "programmes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "snapshots",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    programmeid = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    sha256 = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    content = table.Column<byte[]>(type: "bytea", nullable: false),
                    replaces = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    reason = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    proposedbyid = table.Column<Guid>(type: "uuid", nullable: false),
                    proposedby = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    proposedat = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    confirmedbyid = table.Column<Guid>(type: "uuid", nullable: false),
                    confirmedby = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    confirmedat = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_snapshots", x => x.id);
                    table.ForeignKey(
                        name: "fk_snapshots_programmes_programmeid",
                        column: x => x.programmeid,
                        principalTable: "programmes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "tiedecisions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    programmeid = table.Column<Guid>(type: "uuid", nullable: false),
                    order = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    reason = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    minutes = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    decidedat = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_tiedecisions", x => x.id);
                    table.ForeignKey(
                        name: "fk_tiedecisions_programmes_programmeid",
                        column: x => x.programmeid,
                        principalTable: "programmes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "track",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    programmeid = table.Column<Guid>(type: "uuid", nullable: false),
                    order = table.Column<int>(type: "integer", nullable: false),
                    figure = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    atleast = table.Column<long>(type: "bigint", nullable: true),
                    name_english = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    name_vietnamese = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_track", x => x.id);
                    table.ForeignKey(
                        name: "fk_track_programmes_programmeid",
                        column: x => x.programmeid,
                        principalTable: "programmes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "commentfile",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    commentid = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    sha256 = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    size = table.Column<long>(type: "bigint", nullable: false),
                    contenttype = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_commentfile", x => x.id);
                    table.ForeignKey(
                        name: "fk_commentfile_comments_commentid",
                        column: x => x.commentid,
                        principalTable: "comments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "criterion",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    groupid = table.Column<Guid>(type: "uuid", nullable: false),
                    order = table.Column<int>(type: "integer", nullable: false),
                    max = table.Column<long>(type: "bigint", nullable: false),
                    minimum = table.Column<string>(type: "text", nullable: true),
                    guidance = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    guidanceenglish = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    figure = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    bandlist = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    name_english = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    name_vietnamese = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_criterion", x => x.id);
                    table.ForeignKey(
                        name: "fk_criterion_criteriongroup_groupid",
                        column: x => x.groupid,
                        principalTable: "criteriongroup",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "declarations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    judgeid = table.Column<Guid>(type: "uuid", nullable: false),
                    businessid = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    text = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    declaredat = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_declarations", x => x.id);
                    table.ForeignKey(
                        name: "fk_declarations_businesses_businessid",
                        column: x => x.businessid,
                        principalTable: "businesses",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_declarations_judges_judgeid",
                        column: x => x.judgeid,
                        principalTable: "judges",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "judgegroup",
                columns: table => new
                {
                    judgeid = table.Column<Guid>(type: "uuid", nullable: false),
                    groupid = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_judgegroup", x => new { x.judgeid, x.groupid });
                    table.ForeignKey(
                        name: "fk_judgegroup_criteriongroup_groupid",
                        column: x => x.groupid,
                        principalTable: "criteriongroup",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_judgegroup_judges_judgeid",
                        column: x => x.judgeid,
                        principalTable: "judges",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "judgeindustry",
                columns: table => new
                {
                    judgeid = table.Column<Guid>(type: "uuid", nullable: false),
                    industryid = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_judgeindustry", x => new { x.judgeid, x.industryid });
                    table.ForeignKey(
                        name: "fk_judgeindustry_industry_industryid",
                        column: x => x.industryid,
                        principalTable: "industry",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_judgeindustry_judges_judgeid",
                        column: x => x.judgeid,
                        principalTable: "judges",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "meetings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    programmeid = table.Column<Guid>(type: "uuid", nullable: false),
                    heldon = table.Column<DateOnly>(type: "date", nullable: false),
                    from = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    until = table.Column<TimeOnly>(type: "time without time zone", nullable: true),
                    place = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    chairid = table.Column<Guid>(type: "uuid", nullable: false),
                    secretaryid = table.Column<Guid>(type: "uuid", nullable: false),
                    leastpresent = table.Column<int>(type: "integer", nullable: false),
                    guests = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    discussion = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    conclusion = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_meetings", x => x.id);
                    table.ForeignKey(
                        name: "fk_meetings_judges_chairid",
                        column: x => x.chairid,
                        principalTable: "judges",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_meetings_judges_secretaryid",
                        column: x => x.secretaryid,
                        principalTable: "judges",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_meetings_programmes_programmeid",
                        column: x => x.programmeid,
                        principalTable: "programmes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "checklistitem",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    trackid = table.Column<Guid>(type: "uuid", nullable: false),
                    order = table.Column<int>(type: "integer", nullable: false),
                    isrequired = table.Column<bool>(type: "boolean", nullable: false),
                    name_english = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    name_vietnamese = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_checklistitem", x => x.id);
                    table.ForeignKey(
                        name: "fk_checklistitem_track_trackid",
                        column: x => x.trackid,
                        principalTable: "track",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "nominations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    programmeid = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    businessid = table.Column<Guid>(type: "uuid", nullable: false),
                    receivedon = table.Column<DateOnly>(type: "date", nullable: false),
                    description = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    industryid = table.Column<Guid>(type: "uuid", nullable: false),
                    trackid = table.Column<Guid>(type: "uuid", nullable: false),
                    renewsyear = table.Column<int>(type: "integer", nullable: true),
                    brand = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    environment = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    labour = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    status = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    statusreason = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    searchtext = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    version = table.Column<Guid>(type: "uuid", nullable: false),
                    checkedby_id = table.Column<Guid>(type: "uuid", nullable: true),
                    checkedby_name = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    commitments_environment = table.Column<bool>(type: "boolean", nullable: false),
                    commitments_intellectualproperty = table.Column<bool>(type: "boolean", nullable: false),
                    commitments_law = table.Column<bool>(type: "boolean", nullable: false),
                    commitments_quality = table.Column<bool>(type: "boolean", nullable: false),
                    commitments_signedby = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    commitments_signedon = table.Column<DateOnly>(type: "date", nullable: true),
                    establishment_activity = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    establishment_contactemail = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    establishment_contactname = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    establishment_contactphone = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    establishment_representative = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    establishment_representativetitle = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    establishment_site = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    establishment_workshop = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    product_english = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    product_vietnamese = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    technology_automatedshare = table.Column<long>(type: "bigint", nullable: true),
                    technology_automation = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    technology_digitaltransformation = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    technology_smartfactory = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_nominations", x => x.id);
                    table.ForeignKey(
                        name: "fk_nominations_businesses_businessid",
                        column: x => x.businessid,
                        principalTable: "businesses",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_nominations_industry_industryid",
                        column: x => x.industryid,
                        principalTable: "industry",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_nominations_programmes_programmeid",
                        column: x => x.programmeid,
                        principalTable: "programmes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_nominations_track_trackid",
                        column: x => x.trackid,
                        principalTable: "track",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "judgecriterion",
                columns: table => new
                {
                    judgeid = table.Column<Guid>(type: "uuid", nullable: false),
                    criterionid = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_judgecriterion", x => new { x.judgeid, x.criterionid });
                    table.ForeignKey(
                        name: "fk_judgecriterion_criterion_criterionid",
                        column: x => x.criterionid,
                        principalTable: "criterion",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_judgecriterion_judges_judgeid",
                        column: x => x.judgeid,
                        principalTable: "judges",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "meetingabsence",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    meetingid = table.Column<Guid>(type: "uuid", nullable: false),
                    judgeid = table.Column<Guid>(type: "uuid", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_meetingabsence", x => x.id);
                    table.ForeignKey(
                        name: "fk_meetingabsence_judges_judgeid",
                        column: x => x.judgeid,
                        principalTable: "judges",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_meetingabsence_meetings_meetingid",
                        column: x => x.meetingid,
                        principalTable: "meetings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "assignments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    judgeid = table.Column<Guid>(type: "uuid", nullable: false),
                    nominationid = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_assignments", x => x.id);
                    table.ForeignKey(
                        name: "fk_assignments_judges_judgeid",
                        column: x => x.judgeid,
                        principalTable: "judges",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_assignments_nominations_nominationid",
                        column: x => x.nominationid,
                        principalTable: "nominations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "certificates",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    programmeid = table.Column<Guid>(type: "uuid", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    nominationid = table.Column<Guid>(type: "uuid", nullable: false),
                    nominationnumber = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    number = table.Column<int>(type: "integer", nullable: false),
                    validfrom = table.Column<DateOnly>(type: "date", nullable: false),
                    validuntil = table.Column<DateOnly>(type: "date", nullable: false),
                    snapshotsha256 = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    issuedon = table.Column<DateOnly>(type: "date", nullable: false),
                    issuedat = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    revokedat = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    revokedreason = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    replacedat = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    replacedreason = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    replacesid = table.Column<Guid>(type: "uuid", nullable: true),
                    version = table.Column<Guid>(type: "uuid", nullable: false),
                    business_english = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    business_vietnamese = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    decision_date = table.Column<DateOnly>(type: "date", nullable: false),
                    decision_number = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    industry_english = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    industry_vietnamese = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    issuedby_id = table.Column<Guid>(type: "uuid", nullable: false),
                    issuedby_name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    product_english = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    product_vietnamese = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    replacedby_id = table.Column<Guid>(type: "uuid", nullable: true),
                    replacedby_name = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    revokedby_id = table.Column<Guid>(type: "uuid", nullable: true),
                    revokedby_name = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_certificates", x => x.id);
                    table.ForeignKey(
                        name: "fk_certificates_certificates_replacesid",
                        column: x => x.replacesid,
                        principalTable: "certificates",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_certificates_nominations_nominationid",
                        column: x => x.nominationid,
                        principalTable: "nominations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_certificates_programmes_programmeid",
                        column: x => x.programmeid,
                        principalTable: "programmes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "checklistanswer",
                columns: table => new
                {
                    nominationid = table.Column<Guid>(type: "uuid", nullable: false),
                    itemid = table.Column<Guid>(type: "uuid", nullable: false),
                    finding = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    note = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    answeredby = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    answeredat = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_checklistanswer", x => new { x.nominationid, x.itemid });
                    table.ForeignKey(
                        name: "fk_checklistanswer_checklistitem_itemid",
                        column: x => x.itemid,
                        principalTable: "checklistitem",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_checklistanswer_nominations_nominationid",
                        column: x => x.nominationid,
                        principalTable: "nominations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "discussions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    programmeid = table.Column<Guid>(type: "uuid", nullable: false),
                    nominationid = table.Column<Guid>(type: "uuid", nullable: false),
                    heldon = table.Column<DateOnly>(type: "date", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    spread = table.Column<long>(type: "bigint", nullable: true),
                    by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_discussions", x => x.id);
                    table.ForeignKey(
                        name: "fk_discussions_nominations_nominationid",
                        column: x => x.nominationid,
                        principalTable: "nominations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_discussions_programmes_programmeid",
                        column: x => x.programmeid,
                        principalTable: "programmes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "dossiercertificate",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    nominationid = table.Column<Guid>(type: "uuid", nullable: false),
                    section = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    order = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    number = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    issuer = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    issuedon = table.Column<DateOnly>(type: "date", nullable: true),
                    expireson = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_dossiercertificate", x => x.id);
                    table.ForeignKey(
                        name: "fk_dossiercertificate_nominations_nominationid",
                        column: x => x.nominationid,
                        principalTable: "nominations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "evidence",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    nominationid = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    sha256 = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    size = table.Column<long>(type: "bigint", nullable: false),
                    contenttype = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    section = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    criterionid = table.Column<Guid>(type: "uuid", nullable: true),
                    addedby = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    addedat = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    replacedbyid = table.Column<Guid>(type: "uuid", nullable: true),
                    setasidereason = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_evidence", x => x.id);
                    table.ForeignKey(
                        name: "fk_evidence_criterion_criterionid",
                        column: x => x.criterionid,
                        principalTable: "criterion",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_evidence_evidence_replacedbyid",
                        column: x => x.replacedbyid,
                        principalTable: "evidence",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_evidence_nominations_nominationid",
                        column: x => x.nominationid,
                        principalTable: "nominations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "nominationfigure",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    nominationid = table.Column<Guid>(type: "uuid", nullable: false),
                    datayear = table.Column<int>(type: "integer", nullable: false),
                    @base = table.Column<string>(name: "base", type: "text", nullable: false, collation: "C"),
                    revenue = table.Column<long>(type: "bigint", nullable: true),
                    exportcents = table.Column<long>(type: "bigint", nullable: true),
                    employees = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_nominationfigure", x => x.id);
                    table.ForeignKey(
                        name: "fk_nominationfigure_nominations_nominationid",
                        column: x => x.nominationid,
                        principalTable: "nominations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "papersheets",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    nominationid = table.Column<Guid>(type: "uuid", nullable: false),
                    judgeid = table.Column<Guid>(type: "uuid", nullable: false),
                    signedon = table.Column<DateOnly>(type: "date", nullable: false),
                    remark = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    scanname = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    scansha256 = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    scansize = table.Column<long>(type: "bigint", nullable: false),
                    scancontenttype = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    enteredat = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    returnedreason = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    returnedat = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    confirmedat = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    setasidereason = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    setasideat = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<Guid>(type: "uuid", nullable: false),
                    confirmedby_id = table.Column<Guid>(type: "uuid", nullable: true),
                    confirmedby_name = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    enteredby_id = table.Column<Guid>(type: "uuid", nullable: false),
                    enteredby_name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    returnedby_id = table.Column<Guid>(type: "uuid", nullable: true),
                    returnedby_name = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    setasideby_id = table.Column<Guid>(type: "uuid", nullable: true),
                    setasideby_name = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_papersheets", x => x.id);
                    table.ForeignKey(
                        name: "fk_papersheets_judges_judgeid",
                        column: x => x.judgeid,
                        principalTable: "judges",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_papersheets_nominations_nominationid",
                        column: x => x.nominationid,
                        principalTable: "nominations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "recusals",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    nominationid = table.Column<Guid>(type: "uuid", nullable: false),
                    judgeid = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    text = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    declaredat = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    liftedat = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_recusals", x => x.id);
                    table.ForeignKey(
                        name: "fk_recusals_judges_judgeid",
                        column: x => x.judgeid,
                        principalTable: "judges",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_recusals_nominations_nominationid",
                        column: x => x.nominationid,
                        principalTable: "nominations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "sheets",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    nominationid = table.Column<Guid>(type: "uuid", nullable: false),
                    judgeid = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    remark = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    changedat = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    submittedat = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sheets", x => x.id);
                    table.ForeignKey(
                        name: "fk_sheets_judges_judgeid",
                        column: x => x.judgeid,
                        principalTable: "judges",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_sheets_nominations_nominationid",
                        column: x => x.nominationid,
                        principalTable: "nominations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "supplement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    nominationid = table.Column<Guid>(type: "uuid", nullable: false),
                    reasons = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    dueon = table.Column<DateOnly>(type: "date", nullable: false),
                    askedat = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    askedby = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    receivedon = table.Column<DateOnly>(type: "date", nullable: true),
                    outcome = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_supplement", x => x.id);
                    table.ForeignKey(
                        name: "fk_supplement_nominations_nominationid",
                        column: x => x.nominationid,
                        principalTable: "nominations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "warningdecision",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    nominationid = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    verdict = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    reason = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    decidedby = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    decidedat = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_warningdecision", x => x.id);
                    table.ForeignKey(
                        name: "fk_warningdecision_nominations_nominationid",
                        column: x => x.nominationid,
                        principalTable: "nominations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "mails",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    programmeid = table.Column<Guid>(type: "uuid", nullable: true),
                    judgeid = table.Column<Guid>(type: "uuid", nullable: true),
                    kind = table.Column<string>(type: "text", nullable: false, defaultValue: "Other", collation: "C"),
                    businessid = table.Column<Guid>(type: "uuid", nullable: true),
                    nominationid = table.Column<Guid>(type: "uuid", nullable: true),
                    certificateid = table.Column<Guid>(type: "uuid", nullable: true),
                    snapshotsha256 = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    erasedat = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    to = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    toname = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    subject = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    body = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    queuedat = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    nextattemptat = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    lasterror = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    sentat = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<Guid>(type: "uuid", nullable: false),
                    queuedby_id = table.Column<Guid>(type: "uuid", nullable: false),
                    queuedby_name = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mails", x => x.id);
                    table.ForeignKey(
                        name: "fk_mails_businesses_businessid",
                        column: x => x.businessid,
                        principalTable: "businesses",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_mails_certificates_certificateid",
                        column: x => x.certificateid,
                        principalTable: "certificates",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_mails_judges_judgeid",
                        column: x => x.judgeid,
                        principalTable: "judges",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_mails_nominations_nominationid",
                        column: x => x.nominationid,
                        principalTable: "nominations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_mails_programmes_programmeid",
                        column: x => x.programmeid,
                        principalTable: "programmes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "papermark",
                columns: table => new
                {
                    paperid = table.Column<Guid>(type: "uuid", nullable: false),
                    criterionid = table.Column<Guid>(type: "uuid", nullable: false),
                    points = table.Column<long>(type: "bigint", nullable: false),
                    remark = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_papermark", x => new { x.paperid, x.criterionid });
                    table.ForeignKey(
                        name: "fk_papermark_criterion_criterionid",
                        column: x => x.criterionid,
                        principalTable: "criterion",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_papermark_papersheets_paperid",
                        column: x => x.paperid,
                        principalTable: "papersheets",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "criterionremark",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    sheetid = table.Column<Guid>(type: "uuid", nullable: false),
                    criterionid = table.Column<Guid>(type: "uuid", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_criterionremark", x => x.id);
                    table.ForeignKey(
                        name: "fk_criterionremark_criterion_criterionid",
                        column: x => x.criterionid,
                        principalTable: "criterion",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_criterionremark_sheets_sheetid",
                        column: x => x.sheetid,
                        principalTable: "sheets",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "mark",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    sheetid = table.Column<Guid>(type: "uuid", nullable: false),
                    criterionid = table.Column<Guid>(type: "uuid", nullable: false),
                    points = table.Column<long>(type: "bigint", nullable: false),
                    givenat = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mark", x => x.id);
                    table.ForeignKey(
                        name: "fk_mark_criterion_criterionid",
                        column: x => x.criterionid,
                        principalTable: "criterion",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_mark_sheets_sheetid",
                        column: x => x.sheetid,
                        principalTable: "sheets",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "sheetversion",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    sheetid = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    origin = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    reason = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    remark = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sheetversion", x => x.id);
                    table.ForeignKey(
                        name: "fk_sheetversion_sheets_sheetid",
                        column: x => x.sheetid,
                        principalTable: "sheets",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "mailattachments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    mailid = table.Column<Guid>(type: "uuid", nullable: false),
                    filename = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    contenttype = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    sha256 = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    content = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mailattachments", x => x.id);
                    table.ForeignKey(
                        name: "fk_mailattachments_mails_mailid",
                        column: x => x.mailid,
                        principalTable: "mails",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "versionmark",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    versionid = table.Column<Guid>(type: "uuid", nullable: false),
                    criterionid = table.Column<Guid>(type: "uuid", nullable: false),
                    points = table.Column<long>(type: "bigint", nullable: false),
                    remark = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_versionmark", x => x.id);
                    table.ForeignKey(
                        name: "fk_versionmark_criterion_criterionid",
                        column: x => x.criterionid,
                        principalTable: "criterion",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_versionmark_sheetversion_versionid",
                        column: x => x.versionid,
                        principalTable: "sheetversion",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_aspnetroleclaims_roleid",
                table: "aspnetroleclaims",
                column: "roleid");

            migrationBuilder.CreateIndex(
                name: "rolenameindex",
                table: "aspnetroles",
                column: "normalizedname",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_aspnetuserclaims_userid",
                table: "aspnetuserclaims",
                column: "userid");

            migrationBuilder.CreateIndex(
                name: "ix_aspnetuserlogins_userid",
                table: "aspnetuserlogins",
                column: "userid");

            migrationBuilder.CreateIndex(
                name: "ix_aspnetuserpasskeys_userid",
                table: "aspnetuserpasskeys",
                column: "userid");

            migrationBuilder.CreateIndex(
                name: "ix_aspnetuserroles_roleid",
                table: "aspnetuserroles",
                column: "roleid");

            migrationBuilder.CreateIndex(
                name: "emailindex",
                table: "aspnetusers",
                column: "normalizedemail");

            migrationBuilder.CreateIndex(
                name: "usernameindex",
                table: "aspnetusers",
                column: "normalizedusername",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_assignments_judgeid",
                table: "assignments",
                column: "judgeid");

            migrationBuilder.CreateIndex(
                name: "ix_assignments_nominationid_judgeid",
                table: "assignments",
                columns: new[] { "nominationid", "judgeid" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_auditentries_at",
                table: "auditentries",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_auditentries_sequence",
                table: "auditentries",
                column: "sequence",
                unique: true,
                filter: "Sequence > 0");

            migrationBuilder.CreateIndex(
                name: "ix_auditentries_year",
                table: "auditentries",
                column: "year");

            migrationBuilder.CreateIndex(
                name: "ix_businesses_mergedintoid",
                table: "businesses",
                column: "mergedintoid");

            migrationBuilder.CreateIndex(
                name: "ix_businesses_number",
                table: "businesses",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_businesses_taxcode",
                table: "businesses",
                column: "taxcode",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_businessfigure_businessid_year",
                table: "businessfigure",
                columns: new[] { "businessid", "year" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_certificates_nominationid_kind",
                table: "certificates",
                columns: new[] { "nominationid", "kind" },
                unique: true,
                filter: "RevokedAt IS NULL AND ReplacedAt IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_certificates_programmeid",
                table: "certificates",
                column: "programmeid");

            migrationBuilder.CreateIndex(
                name: "ix_certificates_replacesid",
                table: "certificates",
                column: "replacesid",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_certificates_year_number",
                table: "certificates",
                columns: new[] { "year", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_checklistanswer_itemid",
                table: "checklistanswer",
                column: "itemid");

            migrationBuilder.CreateIndex(
                name: "ix_checklistitem_trackid",
                table: "checklistitem",
                column: "trackid");

            migrationBuilder.CreateIndex(
                name: "ix_commentfile_commentid",
                table: "commentfile",
                column: "commentid");

            migrationBuilder.CreateIndex(
                name: "ix_comments_code",
                table: "comments",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_comments_programmeid_number",
                table: "comments",
                columns: new[] { "programmeid", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_criterion_groupid",
                table: "criterion",
                column: "groupid");

            migrationBuilder.CreateIndex(
                name: "ix_criteriongroup_programmeid",
                table: "criteriongroup",
                column: "programmeid");

            migrationBuilder.CreateIndex(
                name: "ix_criterionremark_criterionid",
                table: "criterionremark",
                column: "criterionid");

            migrationBuilder.CreateIndex(
                name: "ix_criterionremark_sheetid_criterionid",
                table: "criterionremark",
                columns: new[] { "sheetid", "criterionid" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_declarations_businessid",
                table: "declarations",
                column: "businessid");

            migrationBuilder.CreateIndex(
                name: "ix_declarations_judgeid_businessid",
                table: "declarations",
                columns: new[] { "judgeid", "businessid" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_discussions_nominationid",
                table: "discussions",
                column: "nominationid");

            migrationBuilder.CreateIndex(
                name: "ix_discussions_programmeid",
                table: "discussions",
                column: "programmeid");

            migrationBuilder.CreateIndex(
                name: "ix_dossiercertificate_nominationid",
                table: "dossiercertificate",
                column: "nominationid");

            migrationBuilder.CreateIndex(
                name: "ix_evidence_criterionid",
                table: "evidence",
                column: "criterionid");

            migrationBuilder.CreateIndex(
                name: "ix_evidence_nominationid",
                table: "evidence",
                column: "nominationid");

            migrationBuilder.CreateIndex(
                name: "ix_evidence_replacedbyid",
                table: "evidence",
                column: "replacedbyid");

            migrationBuilder.CreateIndex(
                name: "ix_evidence_sha256",
                table: "evidence",
                column: "sha256");

            migrationBuilder.CreateIndex(
                name: "ix_industry_programmeid",
                table: "industry",
                column: "programmeid");

            migrationBuilder.CreateIndex(
                name: "ix_judgecriterion_criterionid",
                table: "judgecriterion",
                column: "criterionid");

            migrationBuilder.CreateIndex(
                name: "ix_judgegroup_groupid",
                table: "judgegroup",
                column: "groupid");

            migrationBuilder.CreateIndex(
                name: "ix_judgeindustry_industryid",
                table: "judgeindustry",
                column: "industryid");

            migrationBuilder.CreateIndex(
                name: "ix_judges_programmeid_userid",
                table: "judges",
                columns: new[] { "programmeid", "userid" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_judges_userid",
                table: "judges",
                column: "userid");

            migrationBuilder.CreateIndex(
                name: "ix_listing_businessid_list_year",
                table: "listing",
                columns: new[] { "businessid", "list", "year" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_mailattachments_mailid",
                table: "mailattachments",
                column: "mailid");

            migrationBuilder.CreateIndex(
                name: "ix_mails_businessid",
                table: "mails",
                column: "businessid");

            migrationBuilder.CreateIndex(
                name: "ix_mails_certificateid",
                table: "mails",
                column: "certificateid");

            migrationBuilder.CreateIndex(
                name: "ix_mails_judgeid",
                table: "mails",
                column: "judgeid");

            migrationBuilder.CreateIndex(
                name: "ix_mails_nextattemptat",
                table: "mails",
                column: "nextattemptat");

            migrationBuilder.CreateIndex(
                name: "ix_mails_nominationid",
                table: "mails",
                column: "nominationid");

            migrationBuilder.CreateIndex(
                name: "ix_mails_programmeid",
                table: "mails",
                column: "programmeid");

            migrationBuilder.CreateIndex(
                name: "ix_mark_criterionid",
                table: "mark",
                column: "criterionid");

            migrationBuilder.CreateIndex(
                name: "ix_mark_sheetid_criterionid",
                table: "mark",
                columns: new[] { "sheetid", "criterionid" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_meetingabsence_judgeid",
                table: "meetingabsence",
                column: "judgeid");

            migrationBuilder.CreateIndex(
                name: "ix_meetingabsence_meetingid_judgeid",
                table: "meetingabsence",
                columns: new[] { "meetingid", "judgeid" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_meetings_chairid",
                table: "meetings",
                column: "chairid");

            migrationBuilder.CreateIndex(
                name: "ix_meetings_programmeid",
                table: "meetings",
                column: "programmeid",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_meetings_secretaryid",
                table: "meetings",
                column: "secretaryid");

            migrationBuilder.CreateIndex(
                name: "ix_nationalbrandtitle_businessid_year",
                table: "nationalbrandtitle",
                columns: new[] { "businessid", "year" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_nominationfigure_nominationid_datayear_base",
                table: "nominationfigure",
                columns: new[] { "nominationid", "datayear", "base" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_nominations_businessid",
                table: "nominations",
                column: "businessid");

            migrationBuilder.CreateIndex(
                name: "ix_nominations_industryid",
                table: "nominations",
                column: "industryid");

            migrationBuilder.CreateIndex(
                name: "ix_nominations_programmeid_number",
                table: "nominations",
                columns: new[] { "programmeid", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_nominations_trackid",
                table: "nominations",
                column: "trackid");

            migrationBuilder.CreateIndex(
                name: "ix_papermark_criterionid",
                table: "papermark",
                column: "criterionid");

            migrationBuilder.CreateIndex(
                name: "ix_papersheets_judgeid",
                table: "papersheets",
                column: "judgeid");

            migrationBuilder.CreateIndex(
                name: "ix_papersheets_nominationid_judgeid",
                table: "papersheets",
                columns: new[] { "nominationid", "judgeid" },
                unique: true,
                filter: "ConfirmedAt IS NULL AND SetAsideAt IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_papersheets_scansha256",
                table: "papersheets",
                column: "scansha256");

            migrationBuilder.CreateIndex(
                name: "ix_papertemplates_programmeid_kind",
                table: "papertemplates",
                columns: new[] { "programmeid", "kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_pastfigures_year_measure_industry_source",
                table: "pastfigures",
                columns: new[] { "year", "measure", "industry", "source" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_pastfigures_year_measure_source",
                table: "pastfigures",
                columns: new[] { "year", "measure", "source" },
                unique: true,
                filter: "Industry IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_pastproducts_businessid",
                table: "pastproducts",
                column: "businessid");

            migrationBuilder.CreateIndex(
                name: "ix_pastproducts_year_product_business",
                table: "pastproducts",
                columns: new[] { "year", "product", "business" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_personalrequests_number",
                table: "personalrequests",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_programmes_year",
                table: "programmes",
                column: "year",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_recusals_judgeid",
                table: "recusals",
                column: "judgeid");

            migrationBuilder.CreateIndex(
                name: "ix_recusals_nominationid_judgeid",
                table: "recusals",
                columns: new[] { "nominationid", "judgeid" },
                unique: true,
                filter: "LiftedAt IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_sealopening_programmeid_personid",
                table: "sealopening",
                columns: new[] { "programmeid", "personid" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_sessions_seenat",
                table: "sessions",
                column: "seenat");

            migrationBuilder.CreateIndex(
                name: "ix_sessions_userid_endedat",
                table: "sessions",
                columns: new[] { "userid", "endedat" });

            migrationBuilder.CreateIndex(
                name: "ix_sheets_judgeid",
                table: "sheets",
                column: "judgeid");

            migrationBuilder.CreateIndex(
                name: "ix_sheets_nominationid_judgeid",
                table: "sheets",
                columns: new[] { "nominationid", "judgeid" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_sheetversion_sheetid_number",
                table: "sheetversion",
                columns: new[] { "sheetid", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_snapshotproposals_programmeid",
                table: "snapshotproposals",
                column: "programmeid",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_snapshots_programmeid_number",
                table: "snapshots",
                columns: new[] { "programmeid", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_snapshots_sha256",
                table: "snapshots",
                column: "sha256",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_supplement_nominationid",
                table: "supplement",
                column: "nominationid");

            migrationBuilder.CreateIndex(
                name: "ix_tiedecisions_programmeid",
                table: "tiedecisions",
                column: "programmeid");

            migrationBuilder.CreateIndex(
                name: "ix_track_programmeid",
                table: "track",
                column: "programmeid");

            migrationBuilder.CreateIndex(
                name: "ix_versionmark_criterionid",
                table: "versionmark",
                column: "criterionid");

            migrationBuilder.CreateIndex(
                name: "ix_versionmark_versionid_criterionid",
                table: "versionmark",
                columns: new[] { "versionid", "criterionid" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_warningdecision_nominationid_key",
                table: "warningdecision",
                columns: new[] { "nominationid", "key" },
                unique: true);

            // What SQLite calls instr.
            migrationBuilder.Sql("CREATE FUNCTION instr(text, text) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT strpos($1, $2)';");
            migrationBuilder.Sql("""
                CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN RAISE EXCEPTION '%', TG_ARGV[0]; END $$;
                """);
            migrationBuilder.Sql("CREATE TRIGGER auditentries_noupdate BEFORE UPDATE ON auditentries FOR EACH ROW EXECUTE FUNCTION refuse_change('The history is append-only.');");
            migrationBuilder.Sql("CREATE TRIGGER auditentries_nodelete BEFORE DELETE ON auditentries FOR EACH ROW EXECUTE FUNCTION refuse_change('The history is append-only.');");
            migrationBuilder.Sql("CREATE TRIGGER auditentries_notruncate BEFORE TRUNCATE ON auditentries FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('The history is append-only.');");
            migrationBuilder.Sql("CREATE TRIGGER snapshots_noupdate BEFORE UPDATE ON snapshots FOR EACH ROW EXECUTE FUNCTION refuse_change('A snapshot never changes.');");
            migrationBuilder.Sql("CREATE TRIGGER snapshots_nodelete BEFORE DELETE ON snapshots FOR EACH ROW EXECUTE FUNCTION refuse_change('A snapshot never changes.');");
            migrationBuilder.Sql("CREATE TRIGGER snapshots_notruncate BEFORE TRUNCATE ON snapshots FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('A snapshot never changes.');");
            migrationBuilder.Sql("CREATE TRIGGER certificates_noupdate BEFORE UPDATE OF id, programmeid, year, nominationid, nominationnumber, kind, number, validfrom, validuntil, snapshotsha256, issuedon, issuedat, replacesid, business_english, business_vietnamese, decision_date, decision_number, industry_english, industry_vietnamese, issuedby_id, issuedby_name, product_english, product_vietnamese ON certificates FOR EACH ROW EXECUTE FUNCTION refuse_change('What a certificate prints never changes.');");
            migrationBuilder.Sql("CREATE TRIGGER certificates_nodelete BEFORE DELETE ON certificates FOR EACH ROW EXECUTE FUNCTION refuse_change('A certificate is revoked or replaced, never deleted.');");
            migrationBuilder.Sql("CREATE TRIGGER certificates_notruncate BEFORE TRUNCATE ON certificates FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('A certificate is revoked or replaced, never deleted.');");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "aspnetroleclaims");

            migrationBuilder.DropTable(
                name: "aspnetuserclaims");

            migrationBuilder.DropTable(
                name: "aspnetuserlogins");

            migrationBuilder.DropTable(
                name: "aspnetuserpasskeys");

            migrationBuilder.DropTable(
                name: "aspnetuserroles");

            migrationBuilder.DropTable(
                name: "aspnetusertokens");

            migrationBuilder.DropTable(
                name: "assignments");

            migrationBuilder.DropTable(
                name: "auditentries");

            migrationBuilder.DropTable(
                name: "audithead");

            migrationBuilder.DropTable(
                name: "businessfigure");

            migrationBuilder.DropTable(
                name: "checklistanswer");

            migrationBuilder.DropTable(
                name: "commentfile");

            migrationBuilder.DropTable(
                name: "criterionremark");

            migrationBuilder.DropTable(
                name: "declarations");

            migrationBuilder.DropTable(
                name: "discussions");

            migrationBuilder.DropTable(
                name: "dossiercertificate");

            migrationBuilder.DropTable(
                name: "evidence");

            migrationBuilder.DropTable(
                name: "judgecriterion");

            migrationBuilder.DropTable(
                name: "judgegroup");

            migrationBuilder.DropTable(
                name: "judgeindustry");

            migrationBuilder.DropTable(
                name: "listing");

            migrationBuilder.DropTable(
                name: "mailattachments");

            migrationBuilder.DropTable(
                name: "mark");

            migrationBuilder.DropTable(
                name: "meetingabsence");

            migrationBuilder.DropTable(
                name: "nationalbrandtitle");

            migrationBuilder.DropTable(
                name: "nominationfigure");

            migrationBuilder.DropTable(
                name: "papermark");

            migrationBuilder.DropTable(
                name: "papertemplates");

            migrationBuilder.DropTable(
                name: "pastfigures");

            migrationBuilder.DropTable(
                name: "pastproducts");

            migrationBuilder.DropTable(
                name: "personalrequests");

            migrationBuilder.DropTable(
                name: "privacysettings");

            migrationBuilder.DropTable(
                name: "protectionkeys");

            migrationBuilder.DropTable(
                name: "recusals");

            migrationBuilder.DropTable(
                name: "sealopening");

            migrationBuilder.DropTable(
                name: "sessions");

            migrationBuilder.DropTable(
                name: "snapshotproposals");

            migrationBuilder.DropTable(
                name: "snapshots");

            migrationBuilder.DropTable(
                name: "supplement");

            migrationBuilder.DropTable(
                name: "tiedecisions");

            migrationBuilder.DropTable(
                name: "versionmark");

            migrationBuilder.DropTable(
                name: "warningdecision");

            migrationBuilder.DropTable(
                name: "aspnetroles");

            migrationBuilder.DropTable(
                name: "checklistitem");

            migrationBuilder.DropTable(
                name: "comments");

            migrationBuilder.DropTable(
                name: "mails");

            migrationBuilder.DropTable(
                name: "meetings");

            migrationBuilder.DropTable(
                name: "papersheets");

            migrationBuilder.DropTable(
                name: "criterion");

            migrationBuilder.DropTable(
                name: "sheetversion");

            migrationBuilder.DropTable(
                name: "certificates");

            migrationBuilder.DropTable(
                name: "criteriongroup");

            migrationBuilder.DropTable(
                name: "sheets");

            migrationBuilder.DropTable(
                name: "judges");

            migrationBuilder.DropTable(
                name: "nominations");

            migrationBuilder.DropTable(
                name: "aspnetusers");

            migrationBuilder.DropTable(
                name: "businesses");

            migrationBuilder.DropTable(
                name: "industry");

            migrationBuilder.DropTable(
                name: "track");

            migrationBuilder.DropTable(
                name: "programmes");

            migrationBuilder.Sql("DROP FUNCTION refuse_change(); DROP FUNCTION instr(text, text);");
        }
    }
}
