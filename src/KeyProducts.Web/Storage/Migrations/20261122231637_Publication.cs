using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KeyProducts.Web.Storage.Migrations
{
    /// <inheritdoc />
    public partial class Publication : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "ConsultationPublishedAt",
                table: "Programmes",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Consultation_Contact",
                table: "Programmes",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "Consultation_ShowsAll",
                table: "Programmes",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "Consultation_ShowsScores",
                table: "Programmes",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "PublishedAt",
                table: "Programmes",
                type: "TEXT",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "ConsultationPublishedAt",
                table: "Programmes");

            migrationBuilder.DropColumn(
                name: "Consultation_Contact",
                table: "Programmes");

            migrationBuilder.DropColumn(
                name: "Consultation_ShowsAll",
                table: "Programmes");

            migrationBuilder.DropColumn(
                name: "Consultation_ShowsScores",
                table: "Programmes");

            migrationBuilder.DropColumn(
                name: "PublishedAt",
                table: "Programmes");
        }
    }
}
