using KeyProducts.Domain;
using KeyProducts.Web.Scoring;
using KeyProducts.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.Judging;

/// <summary>What became of what was posted of a sheet.</summary>
/// <param name="Own">The sheet as it is stored now.</param>
/// <param name="Fields">The fields, each with its fate.</param>
/// <param name="At">When it was saved, UTC.</param>
public sealed record SheetSaving(OwnSheet Own, IReadOnlyList<SheetField> Fields, DateTime At)
{
    private const int MostTries = 5;

    /// <summary>Whether every field is saved.</summary>
    public bool IsComplete => Fields.All(one => one.State == FieldState.Saved);

    /// <summary>
    /// Saves what was changed and can be saved, each field against what its writer saw. Windows that save at the same instant take their turns; null when the account has no such sheet.
    /// </summary>
    /// <exception cref="RuleException">The sheet cannot be written at all: it is submitted, or judging is not open.</exception>
    public static async Task<SheetSaving?> DoAsync(AppDbContext db, Guid userId, int year, int number, SheetForm form, DateTime now)
    {
        for (var tries = 1; ; tries++)
        {
            if (await OwnSheet.FindAsync(db, userId, year, number) is not { } own)
            {
                return null;
            }

            var fields = SheetField.Of(form);
            try
            {
                own = await SaveAsync(db, own, fields, now);
                foreach (var field in fields)
                {
                    field.Keep();
                }

                return new SheetSaving(own, fields, now);
            }
            // A broken rule: two first saves at once.
            catch (DbUpdateException conflict) when (tries < MostTries && (conflict is DbUpdateConcurrencyException || conflict.IsBrokenRule()))
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    private static async Task<OwnSheet> SaveAsync(AppDbContext db, OwnSheet own, IReadOnlyList<SheetField> fields, DateTime now)
    {
        var sheet = own.Sheet ?? new ScoreSheet(own.Nomination, own.Judge);
        foreach (var conflict in sheet.Change(own.Programme, ChangesOf(own, sheet, fields), now))
        {
            fields.Single(field => field.CriterionId == conflict.CriterionId && field.IsMark == conflict is MarkConflict).Conflict(sheet);
        }

        // Who typed nothing that could be saved has not begun.
        if (own.Sheet is not null || sheet.Version > 0)
        {
            own = own with { Sheet = own.Sheet ?? db.Add(sheet).Entity };
            await db.SaveChangesAsync();
        }

        return own;
    }

    // What is wrong by itself is left out, so that it keeps nothing else from being saved.
    private static SheetChanges ChangesOf(OwnSheet own, ScoreSheet sheet, IReadOnlyList<SheetField> fields)
    {
        var marks = new Dictionary<Guid, Change<decimal?>>();
        var remarks = new Dictionary<Guid, Change<string?>>();
        Change<string?>? whole = null;
        foreach (var field in fields.Where(field => field.IsChanged))
        {
            if (field.Choice == "")
            {
                field.Conflict(sheet);
            }
            else if (field is { IsMark: true, CriterionId: { } criterion })
            {
                if (field.Points() is var points && field.Refusal is null
                    && ScoreSheet.Refusals(own.Programme, own.Judge, new Dictionary<Guid, decimal?> { [criterion] = points }) is [var refusal, ..])
                {
                    field.Refuse(refusal);
                }

                if (field.Refusal is null)
                {
                    marks.Add(criterion, new Change<decimal?>(field.SeenPoints, points));
                }
            }
            else if (field.CriterionId is { } ofOthers && own.Criteria.All(one => one.Id != ofOthers))
            {
                field.Refuse(new RuleException("This criterion is not assigned to you."));
            }
            else if (field.Typed.Length > SheetField.MostLetters)
            {
                field.Refuse(new RuleException("At most {0} characters.", SheetField.MostLetters));
            }
            else
            {
                // What its writer saw is what is stored, whatever a form did to the ends of its lines.
                var stored = field.CriterionId is { } id ? sheet.RemarkOn(id) : sheet.Remark;
                var change = new Change<string?>(field.Seen == SheetField.Plain(stored) ? stored : field.Seen, field.Typed);
                if (field.CriterionId is { } of)
                {
                    remarks.Add(of, change);
                }
                else
                {
                    whole = change;
                }
            }
        }

        return new SheetChanges(marks) { Remarks = remarks, Remark = whole };
    }
}
