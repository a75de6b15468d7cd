using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KeyProducts.Web.Storage.Migrations
{
    /// <inheritdoc />
    public partial class Notifications : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "BusinessId",
                table: "Mails",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "CertificateId",
                table: "Mails",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ErasedAt",
                table: "Mails",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Kind",
                table: "Mails",
                type: "TEXT",
                nullable: false,
                defaultValue: "Other");

            migrationBuilder.AddColumn<Guid>(
                name: "NominationId",
                table: "Mails",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SnapshotSha256",
                table: "Mails",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "MailAttachments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    MailId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FileName = table.Column<string>(type: "TEXT", nullable: false),
                    ContentType = table.Column<string>(type: "TEXT", nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", nullable: false),
                    Content = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MailAttachments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MailAttachments_Mails_MailId",
                        column: x => x.MailId,
                        principalTable: "Mails",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PersonalRequests",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    What = table.Column<string>(type: "TEXT", nullable: false),
                    Who = table.Column<string>(type: "TEXT", nullable: false),
                    Details = table.Column<string>(type: "TEXT", nullable: true),
                    ReceivedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    DoneAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Outcome = table.Column<string>(type: "TEXT", nullable: true),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false),
                    DoneBy_Id = table.Column<Guid>(type: "TEXT", nullable: true),
                    DoneBy_Name = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PersonalRequests", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PrivacySettings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Contact = table.Column<string>(type: "TEXT", nullable: true),
                    ContactMonths = table.Column<int>(type: "INTEGER", nullable: true),
                    DossierMonths = table.Column<int>(type: "INTEGER", nullable: true),
                    CommentMonths = table.Column<int>(type: "INTEGER", nullable: true),
                    MailMonths = table.Column<int>(type: "INTEGER", nullable: true),
                    RequestMonths = table.Column<int>(type: "INTEGER", nullable: true),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PrivacySettings", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Mails_BusinessId",
                table: "Mails",
                column: "BusinessId");

            migrationBuilder.CreateIndex(
                name: "IX_Mails_CertificateId",
                table: "Mails",
                column: "CertificateId");

            migrationBuilder.CreateIndex(
                name: "IX_Mails_NominationId",
                table: "Mails",
                column: "NominationId");

            migrationBuilder.CreateIndex(
                name: "IX_MailAttachments_MailId",
                table: "MailAttachments",
                column: "MailId");

            migrationBuilder.CreateIndex(
                name: "IX_PersonalRequests_Number",
                table: "PersonalRequests",
                column: "Number",
                unique: true);

            migrationBuilder.AddForeignKey(
                name: "FK_Mails_Businesses_BusinessId",
                table: "Mails",
                column: "BusinessId",
                principalTable: "Businesses",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Mails_Certificates_CertificateId",
                table: "Mails",
                column: "CertificateId",
                principalTable: "Certificates",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Mails_Nominations_NominationId",
                table: "Mails",
                column: "NominationId",
                principalTable: "Nominations",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Mails_Businesses_BusinessId",
                table: "Mails");

            migrationBuilder.DropForeignKey(
                name: "FK_Mails_Certificates_CertificateId",
                table: "Mails");

            migrationBuilder.DropForeignKey(
                name: "FK_Mails_Nominations_NominationId",
                table: "Mails");

            migrationBuilder.DropTable(
                name: "MailAttachments");

            migrationBuilder.DropTable(
                name: "PersonalRequests");

            migrationBuilder.DropTable(
                name: "PrivacySettings");

            migrationBuilder.DropIndex(
                name: "IX_Mails_BusinessId",
                table: "Mails");

            migrationBuilder.DropIndex(
                name: "IX_Mails_CertificateId",
                table: "Mails");

            migrationBuilder.DropIndex(
                name: "IX_Mails_NominationId",
                table: "Mails");

            migrationBuilder.DropColumn(
                name: "BusinessId",
                table: "Mails");

            migrationBuilder.DropColumn(
                name: "CertificateId",
                table: "Mails");

            migrationBuilder.DropColumn(
                name: "ErasedAt",
                table: "Mails");

            migrationBuilder.DropColumn(
                name: "Kind",
                table: "Mails");

            migrationBuilder.DropColumn(
                name: "NominationId",
                table: "Mails");

            migrationBuilder.DropColumn(
                name: "SnapshotSha256",
                table: "Mails");
        }
    }
}
