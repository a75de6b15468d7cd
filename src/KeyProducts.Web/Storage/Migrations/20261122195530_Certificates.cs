using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KeyProducts.Web.Storage.Migrations
{
    /// <inheritdoc />
    public partial class Certificates : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "LastCertificateNumber",
                table: "Programmes",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "Certificates",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProgrammeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    NominationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    NominationNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ValidUntil = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    SnapshotSha256 = table.Column<string>(type: "TEXT", nullable: false),
                    IssuedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    IssuedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RevokedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    RevokedReason = table.Column<string>(type: "TEXT", nullable: true),
                    ReplacedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ReplacedReason = table.Column<string>(type: "TEXT", nullable: true),
                    ReplacesId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false),
                    Business_English = table.Column<string>(type: "TEXT", nullable: true),
                    Business_Vietnamese = table.Column<string>(type: "TEXT", nullable: false),
                    Decision_Date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Decision_Number = table.Column<string>(type: "TEXT", nullable: false),
                    Industry_English = table.Column<string>(type: "TEXT", nullable: true),
                    Industry_Vietnamese = table.Column<string>(type: "TEXT", nullable: false),
                    IssuedBy_Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    IssuedBy_Name = table.Column<string>(type: "TEXT", nullable: false),
                    Product_English = table.Column<string>(type: "TEXT", nullable: true),
                    Product_Vietnamese = table.Column<string>(type: "TEXT", nullable: false),
                    ReplacedBy_Id = table.Column<Guid>(type: "TEXT", nullable: true),
                    ReplacedBy_Name = table.Column<string>(type: "TEXT", nullable: true),
                    RevokedBy_Id = table.Column<Guid>(type: "TEXT", nullable: true),
                    RevokedBy_Name = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Certificates", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Certificates_Certificates_ReplacesId",
                        column: x => x.ReplacesId,
                        principalTable: "Certificates",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Certificates_Nominations_NominationId",
                        column: x => x.NominationId,
                        principalTable: "Nominations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Certificates_Programmes_ProgrammeId",
                        column: x => x.ProgrammeId,
                        principalTable: "Programmes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Certificates_NominationId_Kind",
                table: "Certificates",
                columns: new[] { "NominationId", "Kind" },
                unique: true,
                filter: "RevokedAt IS NULL AND ReplacedAt IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Certificates_ProgrammeId",
                table: "Certificates",
                column: "ProgrammeId");

            migrationBuilder.CreateIndex(
                name: "IX_Certificates_ReplacesId",
                table: "Certificates",
                column: "ReplacesId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Certificates_Year_Number",
                table: "Certificates",
                columns: new[] { "Year", "Number" },
                unique: true);

            // What is printed never changes and no number comes back, whatever program writes to the file. A migration that rebuilds this table must make these again.
            migrationBuilder.Sql("""
                CREATE TRIGGER Certificates_NoUpdate BEFORE UPDATE OF
                    Id, ProgrammeId, Year, NominationId, NominationNumber, Kind, Number, ValidFrom, ValidUntil, SnapshotSha256, IssuedOn, IssuedAt, ReplacesId,
                    Business_English, Business_Vietnamese, Decision_Date, Decision_Number, Industry_English, Industry_Vietnamese, IssuedBy_Id, IssuedBy_Name,
                    Product_English, Product_Vietnamese ON Certificates
                BEGIN SELECT RAISE(ABORT, 'What a certificate prints never changes.'); END;
                """);
            migrationBuilder.Sql("""
                CREATE TRIGGER Certificates_NoDelete BEFORE DELETE ON Certificates
                BEGIN SELECT RAISE(ABORT, 'A certificate is revoked or replaced, never deleted.'); END;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Certificates");

            migrationBuilder.DropColumn(
                name: "LastCertificateNumber",
                table: "Programmes");
        }
    }
}
