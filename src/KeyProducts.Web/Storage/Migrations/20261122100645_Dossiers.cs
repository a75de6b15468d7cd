using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KeyProducts.Web.Storage.Migrations
{
    /// <inheritdoc />
    public partial class Dossiers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "Screening_DongPerDollar",
                table: "Programmes",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "Screening_JumpRatio",
                table: "Programmes",
                type: "INTEGER",
                nullable: false,
                defaultValue: 300L);

            migrationBuilder.AddColumn<int>(
                name: "Screening_MaxFileMegabytes",
                table: "Programmes",
                type: "INTEGER",
                nullable: false,
                defaultValue: 20);

            migrationBuilder.AddColumn<int>(
                name: "Screening_MaxFiles",
                table: "Programmes",
                type: "INTEGER",
                nullable: false,
                defaultValue: 60);

            migrationBuilder.AddColumn<int>(
                name: "Screening_SupplementDays",
                table: "Programmes",
                type: "INTEGER",
                nullable: false,
                defaultValue: 10);

            migrationBuilder.AddColumn<long>(
                name: "Screening_Tolerance",
                table: "Programmes",
                type: "INTEGER",
                nullable: false,
                defaultValue: 100L);

            migrationBuilder.AddColumn<bool>(
                name: "Screening_TwoPersons",
                table: "Programmes",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Brand",
                table: "Nominations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "CheckedBy_Id",
                table: "Nominations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "CheckedBy_Name",
                table: "Nominations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "Commitments_Environment",
                table: "Nominations",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "Commitments_IntellectualProperty",
                table: "Nominations",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "Commitments_Law",
                table: "Nominations",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "Commitments_Quality",
                table: "Nominations",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Commitments_SignedBy",
                table: "Nominations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "Commitments_SignedOn",
                table: "Nominations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Environment",
                table: "Nominations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Establishment_Activity",
                table: "Nominations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Establishment_ContactEmail",
                table: "Nominations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Establishment_ContactName",
                table: "Nominations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Establishment_ContactPhone",
                table: "Nominations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Establishment_Representative",
                table: "Nominations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Establishment_RepresentativeTitle",
                table: "Nominations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Establishment_Site",
                table: "Nominations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Establishment_Workshop",
                table: "Nominations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Labour",
                table: "Nominations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "Technology_AutomatedShare",
                table: "Nominations",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Technology_Automation",
                table: "Nominations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Technology_DigitalTransformation",
                table: "Nominations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Technology_SmartFactory",
                table: "Nominations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Employees",
                table: "NominationFigure",
                type: "INTEGER",
                nullable: true);

            // Added with its foreign key in one statement: apart, the table would be rebuilt outside the transaction, and a kill there would leave half a migration.
            migrationBuilder.Sql("""ALTER TABLE "Businesses" ADD COLUMN "MergedIntoId" TEXT NULL CONSTRAINT "FK_Businesses_Businesses_MergedIntoId" REFERENCES "Businesses" ("Id") ON DELETE RESTRICT;""");

            migrationBuilder.CreateTable(
                name: "ChecklistItem",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TrackId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    IsRequired = table.Column<bool>(type: "INTEGER", nullable: false),
                    Name_English = table.Column<string>(type: "TEXT", nullable: true),
                    Name_Vietnamese = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ChecklistItem", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ChecklistItem_Track_TrackId",
                        column: x => x.TrackId,
                        principalTable: "Track",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "DossierCertificate",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    NominationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Section = table.Column<string>(type: "TEXT", nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", nullable: true),
                    Issuer = table.Column<string>(type: "TEXT", nullable: true),
                    IssuedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ExpiresOn = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DossierCertificate", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DossierCertificate_Nominations_NominationId",
                        column: x => x.NominationId,
                        principalTable: "Nominations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Evidence",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    NominationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", nullable: false),
                    Size = table.Column<long>(type: "INTEGER", nullable: false),
                    ContentType = table.Column<string>(type: "TEXT", nullable: false),
                    Section = table.Column<string>(type: "TEXT", nullable: true),
                    CriterionId = table.Column<Guid>(type: "TEXT", nullable: true),
                    AddedBy = table.Column<string>(type: "TEXT", nullable: false),
                    AddedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ReplacedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    SetAsideReason = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Evidence", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Evidence_Criterion_CriterionId",
                        column: x => x.CriterionId,
                        principalTable: "Criterion",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Evidence_Evidence_ReplacedById",
                        column: x => x.ReplacedById,
                        principalTable: "Evidence",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Evidence_Nominations_NominationId",
                        column: x => x.NominationId,
                        principalTable: "Nominations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Supplement",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    NominationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Reasons = table.Column<string>(type: "TEXT", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    AskedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    AskedBy = table.Column<string>(type: "TEXT", nullable: false),
                    ReceivedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Outcome = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Supplement", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Supplement_Nominations_NominationId",
                        column: x => x.NominationId,
                        principalTable: "Nominations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "WarningDecision",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    NominationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    Key = table.Column<string>(type: "TEXT", nullable: false),
                    Verdict = table.Column<string>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: false),
                    DecidedBy = table.Column<string>(type: "TEXT", nullable: false),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WarningDecision", x => x.Id);
                    table.ForeignKey(
                        name: "FK_WarningDecision_Nominations_NominationId",
                        column: x => x.NominationId,
                        principalTable: "Nominations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ChecklistAnswer",
                columns: table => new
                {
                    NominationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ItemId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Finding = table.Column<string>(type: "TEXT", nullable: false),
                    Note = table.Column<string>(type: "TEXT", nullable: true),
                    AnsweredBy = table.Column<string>(type: "TEXT", nullable: false),
                    AnsweredAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ChecklistAnswer", x => new { x.NominationId, x.ItemId });
                    table.ForeignKey(
                        name: "FK_ChecklistAnswer_ChecklistItem_ItemId",
                        column: x => x.ItemId,
                        principalTable: "ChecklistItem",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ChecklistAnswer_Nominations_NominationId",
                        column: x => x.NominationId,
                        principalTable: "Nominations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Businesses_MergedIntoId",
                table: "Businesses",
                column: "MergedIntoId");

            migrationBuilder.CreateIndex(
                name: "IX_ChecklistAnswer_ItemId",
                table: "ChecklistAnswer",
                column: "ItemId");

            migrationBuilder.CreateIndex(
                name: "IX_ChecklistItem_TrackId",
                table: "ChecklistItem",
                column: "TrackId");

            migrationBuilder.CreateIndex(
                name: "IX_DossierCertificate_NominationId",
                table: "DossierCertificate",
                column: "NominationId");

            migrationBuilder.CreateIndex(
                name: "IX_Evidence_CriterionId",
                table: "Evidence",
                column: "CriterionId");

            migrationBuilder.CreateIndex(
                name: "IX_Evidence_NominationId",
                table: "Evidence",
                column: "NominationId");

            migrationBuilder.CreateIndex(
                name: "IX_Evidence_ReplacedById",
                table: "Evidence",
                column: "ReplacedById");

            migrationBuilder.CreateIndex(
                name: "IX_Evidence_Sha256",
                table: "Evidence",
                column: "Sha256");

            migrationBuilder.CreateIndex(
                name: "IX_Supplement_NominationId",
                table: "Supplement",
                column: "NominationId");

            migrationBuilder.CreateIndex(
                name: "IX_WarningDecision_NominationId_Key",
                table: "WarningDecision",
                columns: new[] { "NominationId", "Key" },
                unique: true);

        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Businesses_Businesses_MergedIntoId",
                table: "Businesses");

            migrationBuilder.DropTable(
                name: "ChecklistAnswer");

            migrationBuilder.DropTable(
                name: "DossierCertificate");

            migrationBuilder.DropTable(
                name: "Evidence");

            migrationBuilder.DropTable(
                name: "Supplement");

            migrationBuilder.DropTable(
                name: "WarningDecision");

            migrationBuilder.DropTable(
                name: "ChecklistItem");

            migrationBuilder.DropIndex(
                name: "IX_Businesses_MergedIntoId",
                table: "Businesses");

            migrationBuilder.DropColumn(
                name: "Screening_DongPerDollar",
                table: "Programmes");

            migrationBuilder.DropColumn(
                name: "Screening_JumpRatio",
                table: "Programmes");

            migrationBuilder.DropColumn(
                name: "Screening_MaxFileMegabytes",
                table: "Programmes");

            migrationBuilder.DropColumn(
                name: "Screening_MaxFiles",
                table: "Programmes");

            migrationBuilder.DropColumn(
                name: "Screening_SupplementDays",
                table: "Programmes");

            migrationBuilder.DropColumn(
                name: "Screening_Tolerance",
                table: "Programmes");

            migrationBuilder.DropColumn(
                name: "Screening_TwoPersons",
                table: "Programmes");

            migrationBuilder.DropColumn(
                name: "Brand",
                table: "Nominations");

            migrationBuilder.DropColumn(
                name: "CheckedBy_Id",
                table: "Nominations");

            migrationBuilder.DropColumn(
                name: "CheckedBy_Name",
                table: "Nominations");

            migrationBuilder.DropColumn(
                name: "Commitments_Environment",
                table: "Nominations");

            migrationBuilder.DropColumn(
                name: "Commitments_IntellectualProperty",
                table: "Nominations");

            migrationBuilder.DropColumn(
                name: "Commitments_Law",
                table: "Nominations");

            migrationBuilder.DropColumn(
                name: "Commitments_Quality",
                table: "Nominations");

            migrationBuilder.DropColumn(
                name: "Commitments_SignedBy",
                table: "Nominations");

            migrationBuilder.DropColumn(
                name: "Commitments_SignedOn",
                table: "Nominations");

            migrationBuilder.DropColumn(
                name: "Environment",
                table: "Nominations");

            migrationBuilder.DropColumn(
                name: "Establishment_Activity",
                table: "Nominations");

            migrationBuilder.DropColumn(
                name: "Establishment_ContactEmail",
                table: "Nominations");

            migrationBuilder.DropColumn(
                name: "Establishment_ContactName",
                table: "Nominations");

            migrationBuilder.DropColumn(
                name: "Establishment_ContactPhone",
                table: "Nominations");

            migrationBuilder.DropColumn(
                name: "Establishment_Representative",
                table: "Nominations");

            migrationBuilder.DropColumn(
                name: "Establishment_RepresentativeTitle",
                table: "Nominations");

            migrationBuilder.DropColumn(
                name: "Establishment_Site",
                table: "Nominations");

            migrationBuilder.DropColumn(
                name: "Establishment_Workshop",
                table: "Nominations");

            migrationBuilder.DropColumn(
                name: "Labour",
                table: "Nominations");

            migrationBuilder.DropColumn(
                name: "Technology_AutomatedShare",
                table: "Nominations");

            migrationBuilder.DropColumn(
                name: "Technology_Automation",
                table: "Nominations");

            migrationBuilder.DropColumn(
                name: "Technology_DigitalTransformation",
                table: "Nominations");

            migrationBuilder.DropColumn(
                name: "Technology_SmartFactory",
                table: "Nominations");

            migrationBuilder.DropColumn(
                name: "Employees",
                table: "NominationFigure");

            migrationBuilder.DropColumn(
                name: "MergedIntoId",
                table: "Businesses");
        }
    }
}
