using System.Runtime.CompilerServices;
using KeyProducts.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Tests.Support;

/// <summary>Makes scores equal, which in the demonstration they are not where it matters.</summary>
public static class EqualScores
{
    /// <summary>
    /// Takes 2025 back to deliberation and gives nominations 19 and 36 every mark of nomination 10, the last of the Top 10: three are then equal
    /// on the one place that is left, and neither criteria nor judges split them.
    /// </summary>
    public static Task AtTheLineOf2025Async(AppDbContext db) => db.Database.ExecuteSqlAsync(FormattableStringFactory.Create(
        $"""
        UPDATE Programmes SET Stage = 'Deliberation', Rules_TieChain = 'criteria head-to-head council' WHERE Year = 2025;
        DELETE FROM Mark WHERE SheetId IN (
            SELECT s.Id FROM Sheets s JOIN Nominations n ON n.Id = s.NominationId JOIN Programmes p ON p.Id = n.ProgrammeId
            WHERE p.Year = 2025 AND n.Number IN (19, 36));
        INSERT INTO Mark (Id, SheetId, CriterionId, Points, GivenAt)
        SELECT {(db.Database.IsSqlite() ? "substr(h, 1, 8) || '-' || substr(h, 9, 4) || '-' || substr(h, 13, 4) || '-' || substr(h, 17, 4) || '-' || substr(h, 21, 12)" : "h")}, sheet, criterion, points, given
        FROM (
            SELECT {(db.Database.IsSqlite() ? "hex(randomblob(16))" : "gen_random_uuid()")} AS h, target.Id AS sheet, m.CriterionId AS criterion, m.Points AS points, m.GivenAt AS given
            FROM Sheets target
            JOIN Nominations tn ON tn.Id = target.NominationId AND tn.Number IN (19, 36)
            JOIN Programmes p ON p.Id = tn.ProgrammeId AND p.Year = 2025
            JOIN Nominations sn ON sn.ProgrammeId = p.Id AND sn.Number = 10
            JOIN Sheets source ON source.NominationId = sn.Id AND source.JudgeId = target.JudgeId
            JOIN Mark m ON m.SheetId = source.Id) AS taken;
        """));
}
