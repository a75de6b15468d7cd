using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KeyProducts.Web.Storage.Migrations
{
    /// <inheritdoc />
    public partial class Judging : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "Judging_IsSealed",
                table: "Programmes",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "Judging_JudgesPerNomination",
                table: "Programmes",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Judging_OthersMarks",
                table: "Programmes",
                type: "TEXT",
                nullable: false,
                defaultValue: "Never");

            migrationBuilder.AddColumn<DateTime>(
                name: "SealOpenedAt",
                table: "Programmes",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ExtendedUntil",
                table: "Judges",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "ScoresAllNominations",
                table: "Judges",
                type: "INTEGER",
                nullable: false,
                defaultValue: true);

            migrationBuilder.AddColumn<string>(
                name: "BandList",
                table: "Criterion",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Figure",
                table: "Criterion",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Assignments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    JudgeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    NominationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Assignments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Assignments_Judges_JudgeId",
                        column: x => x.JudgeId,
                        principalTable: "Judges",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Assignments_Nominations_NominationId",
                        column: x => x.NominationId,
                        principalTable: "Nominations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CriterionRemark",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SheetId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CriterionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CriterionRemark", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CriterionRemark_Criterion_CriterionId",
                        column: x => x.CriterionId,
                        principalTable: "Criterion",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CriterionRemark_Sheets_SheetId",
                        column: x => x.SheetId,
                        principalTable: "Sheets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Declarations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    JudgeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    BusinessId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", nullable: true),
                    Text = table.Column<string>(type: "TEXT", nullable: true),
                    DeclaredAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Declarations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Declarations_Businesses_BusinessId",
                        column: x => x.BusinessId,
                        principalTable: "Businesses",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Declarations_Judges_JudgeId",
                        column: x => x.JudgeId,
                        principalTable: "Judges",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Discussions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProgrammeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    NominationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    HeldOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    Spread = table.Column<long>(type: "INTEGER", nullable: true),
                    By = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Discussions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Discussions_Nominations_NominationId",
                        column: x => x.NominationId,
                        principalTable: "Nominations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Discussions_Programmes_ProgrammeId",
                        column: x => x.ProgrammeId,
                        principalTable: "Programmes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "JudgeGroup",
                columns: table => new
                {
                    JudgeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    GroupId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_JudgeGroup", x => new { x.JudgeId, x.GroupId });
                    table.ForeignKey(
                        name: "FK_JudgeGroup_CriterionGroup_GroupId",
                        column: x => x.GroupId,
                        principalTable: "CriterionGroup",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_JudgeGroup_Judges_JudgeId",
                        column: x => x.JudgeId,
                        principalTable: "Judges",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "JudgeIndustry",
                columns: table => new
                {
                    JudgeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    IndustryId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_JudgeIndustry", x => new { x.JudgeId, x.IndustryId });
                    table.ForeignKey(
                        name: "FK_JudgeIndustry_Industry_IndustryId",
                        column: x => x.IndustryId,
                        principalTable: "Industry",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_JudgeIndustry_Judges_JudgeId",
                        column: x => x.JudgeId,
                        principalTable: "Judges",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Mails",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProgrammeId = table.Column<Guid>(type: "TEXT", nullable: true),
                    JudgeId = table.Column<Guid>(type: "TEXT", nullable: true),
                    To = table.Column<string>(type: "TEXT", nullable: false),
                    ToName = table.Column<string>(type: "TEXT", nullable: false),
                    Subject = table.Column<string>(type: "TEXT", nullable: false),
                    Body = table.Column<string>(type: "TEXT", nullable: false),
                    QueuedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    NextAttemptAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    LastError = table.Column<string>(type: "TEXT", nullable: true),
                    SentAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false),
                    QueuedBy_Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    QueuedBy_Name = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Mails", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Mails_Judges_JudgeId",
                        column: x => x.JudgeId,
                        principalTable: "Judges",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Mails_Programmes_ProgrammeId",
                        column: x => x.ProgrammeId,
                        principalTable: "Programmes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PaperSheets",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    NominationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    JudgeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SignedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Remark = table.Column<string>(type: "TEXT", nullable: true),
                    ScanName = table.Column<string>(type: "TEXT", nullable: false),
                    ScanSha256 = table.Column<string>(type: "TEXT", nullable: false),
                    ScanSize = table.Column<long>(type: "INTEGER", nullable: false),
                    ScanContentType = table.Column<string>(type: "TEXT", nullable: false),
                    EnteredAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ConfirmedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ReturnedReason = table.Column<string>(type: "TEXT", nullable: true),
                    ReturnedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    SetAsideReason = table.Column<string>(type: "TEXT", nullable: true),
                    SetAsideAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false),
                    ConfirmedBy_Id = table.Column<Guid>(type: "TEXT", nullable: true),
                    ConfirmedBy_Name = table.Column<string>(type: "TEXT", nullable: true),
                    EnteredBy_Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    EnteredBy_Name = table.Column<string>(type: "TEXT", nullable: false),
                    ReturnedBy_Id = table.Column<Guid>(type: "TEXT", nullable: true),
                    ReturnedBy_Name = table.Column<string>(type: "TEXT", nullable: true),
                    SetAsideBy_Id = table.Column<Guid>(type: "TEXT", nullable: true),
                    SetAsideBy_Name = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PaperSheets", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PaperSheets_Judges_JudgeId",
                        column: x => x.JudgeId,
                        principalTable: "Judges",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PaperSheets_Nominations_NominationId",
                        column: x => x.NominationId,
                        principalTable: "Nominations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SealOpening",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProgrammeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SealOpening", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SealOpening_Programmes_ProgrammeId",
                        column: x => x.ProgrammeId,
                        principalTable: "Programmes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SheetVersion",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SheetId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    By = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Origin = table.Column<string>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: true),
                    Remark = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SheetVersion", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SheetVersion_Sheets_SheetId",
                        column: x => x.SheetId,
                        principalTable: "Sheets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PaperMark",
                columns: table => new
                {
                    PaperId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CriterionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Points = table.Column<long>(type: "INTEGER", nullable: false),
                    Remark = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PaperMark", x => new { x.PaperId, x.CriterionId });
                    table.ForeignKey(
                        name: "FK_PaperMark_Criterion_CriterionId",
                        column: x => x.CriterionId,
                        principalTable: "Criterion",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PaperMark_PaperSheets_PaperId",
                        column: x => x.PaperId,
                        principalTable: "PaperSheets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "VersionMark",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    VersionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CriterionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Points = table.Column<long>(type: "INTEGER", nullable: false),
                    Remark = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VersionMark", x => x.Id);
                    table.ForeignKey(
                        name: "FK_VersionMark_Criterion_CriterionId",
                        column: x => x.CriterionId,
                        principalTable: "Criterion",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_VersionMark_SheetVersion_VersionId",
                        column: x => x.VersionId,
                        principalTable: "SheetVersion",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Assignments_JudgeId",
                table: "Assignments",
                column: "JudgeId");

            migrationBuilder.CreateIndex(
                name: "IX_Assignments_NominationId_JudgeId",
                table: "Assignments",
                columns: new[] { "NominationId", "JudgeId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CriterionRemark_CriterionId",
                table: "CriterionRemark",
                column: "CriterionId");

            migrationBuilder.CreateIndex(
                name: "IX_CriterionRemark_SheetId_CriterionId",
                table: "CriterionRemark",
                columns: new[] { "SheetId", "CriterionId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Declarations_BusinessId",
                table: "Declarations",
                column: "BusinessId");

            migrationBuilder.CreateIndex(
                name: "IX_Declarations_JudgeId_BusinessId",
                table: "Declarations",
                columns: new[] { "JudgeId", "BusinessId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Discussions_NominationId",
                table: "Discussions",
                column: "NominationId");

            migrationBuilder.CreateIndex(
                name: "IX_Discussions_ProgrammeId",
                table: "Discussions",
                column: "ProgrammeId");

            migrationBuilder.CreateIndex(
                name: "IX_JudgeGroup_GroupId",
                table: "JudgeGroup",
                column: "GroupId");

            migrationBuilder.CreateIndex(
                name: "IX_JudgeIndustry_IndustryId",
                table: "JudgeIndustry",
                column: "IndustryId");

            migrationBuilder.CreateIndex(
                name: "IX_Mails_JudgeId",
                table: "Mails",
                column: "JudgeId");

            migrationBuilder.CreateIndex(
                name: "IX_Mails_NextAttemptAt",
                table: "Mails",
                column: "NextAttemptAt");

            migrationBuilder.CreateIndex(
                name: "IX_Mails_ProgrammeId",
                table: "Mails",
                column: "ProgrammeId");

            migrationBuilder.CreateIndex(
                name: "IX_PaperMark_CriterionId",
                table: "PaperMark",
                column: "CriterionId");

            migrationBuilder.CreateIndex(
                name: "IX_PaperSheets_JudgeId",
                table: "PaperSheets",
                column: "JudgeId");

            migrationBuilder.CreateIndex(
                name: "IX_PaperSheets_NominationId_JudgeId",
                table: "PaperSheets",
                columns: new[] { "NominationId", "JudgeId" },
                unique: true,
                filter: "ConfirmedAt IS NULL AND SetAsideAt IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_PaperSheets_ScanSha256",
                table: "PaperSheets",
                column: "ScanSha256");

            migrationBuilder.CreateIndex(
                name: "IX_SealOpening_ProgrammeId_PersonId",
                table: "SealOpening",
                columns: new[] { "ProgrammeId", "PersonId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SheetVersion_SheetId_Number",
                table: "SheetVersion",
                columns: new[] { "SheetId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_VersionMark_CriterionId",
                table: "VersionMark",
                column: "CriterionId");

            migrationBuilder.CreateIndex(
                name: "IX_VersionMark_VersionId_CriterionId",
                table: "VersionMark",
                columns: new[] { "VersionId", "CriterionId" },
                unique: true);

            // What was submitted before there were versions is the first version of its sheet.
            migrationBuilder.Sql("""
                INSERT INTO SheetVersion (Id, SheetId, Number, "By", At, Origin, Remark)
                SELECT upper(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-A' || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))),
                       sheet.Id, 1, judge.Name, sheet.SubmittedAt, 'Online', sheet.Remark
                FROM Sheets sheet JOIN Judges judge ON judge.Id = sheet.JudgeId WHERE sheet.SubmittedAt IS NOT NULL;
                INSERT INTO VersionMark (Id, VersionId, CriterionId, Points)
                SELECT upper(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-A' || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))),
                       version.Id, mark.CriterionId, mark.Points
                FROM Mark mark JOIN SheetVersion version ON version.SheetId = mark.SheetId;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Assignments");

            migrationBuilder.DropTable(
                name: "CriterionRemark");

            migrationBuilder.DropTable(
                name: "Declarations");

            migrationBuilder.DropTable(
                name: "Discussions");

            migrationBuilder.DropTable(
                name: "JudgeGroup");

            migrationBuilder.DropTable(
                name: "JudgeIndustry");

            migrationBuilder.DropTable(
                name: "Mails");

            migrationBuilder.DropTable(
                name: "PaperMark");

            migrationBuilder.DropTable(
                name: "SealOpening");

            migrationBuilder.DropTable(
                name: "VersionMark");

            migrationBuilder.DropTable(
                name: "PaperSheets");

            migrationBuilder.DropTable(
                name: "SheetVersion");

            migrationBuilder.DropColumn(
                name: "Judging_IsSealed",
                table: "Programmes");

            migrationBuilder.DropColumn(
                name: "Judging_JudgesPerNomination",
                table: "Programmes");

            migrationBuilder.DropColumn(
                name: "Judging_OthersMarks",
                table: "Programmes");

            migrationBuilder.DropColumn(
                name: "SealOpenedAt",
                table: "Programmes");

            migrationBuilder.DropColumn(
                name: "ExtendedUntil",
                table: "Judges");

            migrationBuilder.DropColumn(
                name: "ScoresAllNominations",
                table: "Judges");

            migrationBuilder.DropColumn(
                name: "BandList",
                table: "Criterion");

            migrationBuilder.DropColumn(
                name: "Figure",
                table: "Criterion");
        }
    }
}
