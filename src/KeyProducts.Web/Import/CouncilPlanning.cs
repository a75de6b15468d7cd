using KeyProducts.Documents.Spreadsheets;
using KeyProducts.Domain;
using KeyProducts.Web.Storage;
using KeyProducts.Web.Text;
using Microsoft.Extensions.Localization;

namespace KeyProducts.Web.Import;

/// <summary>An account, as far as the import of a council asks.</summary>
internal sealed record CouncilAccount(Guid Id, string Email, bool IsActive, bool IsJudge);

/// <summary>Reads the rows of a file of the council and carries what they say into the judges, in memory.</summary>
internal sealed class CouncilPlanning(
    Programme programme,
    IReadOnlyList<Judge> council,
    IReadOnlyDictionary<string, CouncilAccount> accounts,
    IReadOnlyList<FoundColumn> columns,
    Func<string, string> normalized,
    IStringLocalizer<Words> T)
{
    private readonly CouncilWords words = new(programme);
    private readonly Dictionary<string, FoundColumn> found = columns.ToDictionary(one => one.Column.Key);

    /// <summary>What a row would do.</summary>
    public CouncilRow Read(RowContent source)
    {
        var row = new CouncilRow { Row = source.Number };
        var said = new Dictionary<string, object?>();
        foreach (var (column, at) in columns.Where(one => one.Column.Key != CouncilColumns.Order))
        {
            var reading = CellReader.Read(column, source[at]);
            said[column.Key] = reading.Value;
            if (reading.Problem is { } problem)
            {
                Wrong(row, source, column.Key, problem);
            }
            else if (column.IsRequired && reading.Value is null)
            {
                Wrong(row, source, column.Key, new Said("This cell must be filled in."));
            }
        }

        (row.Email, row.Name) = (said.GetValueOrDefault(CouncilColumns.Email) as string ?? "", said.GetValueOrDefault(CouncilColumns.Name) as string ?? "");
        var criteria = Understood(row, source, CouncilColumns.Criteria, said, words.ReadCriteria, "“{0}” is no criterion or group of the year that judges mark.");
        var industries = Understood(row, source, CouncilColumns.Industries, said, words.ReadIndustries, "“{0}” is no industry of the year.");
        if (row.Wrong.Count == 0)
        {
            try
            {
                Carry(row, source, said, criteria, industries);
            }
            catch (RuleException refusal)
            {
                Wrong(row, source, refusal.Field ?? CouncilColumns.Email, new Said(refusal.Message, [.. refusal.Arguments]));
            }
        }

        return row;
    }

    /// <summary>Refuses rows of one account.</summary>
    public void RefuseTwice(IReadOnlyList<CouncilRow> rows)
    {
        foreach (var same in rows.Where(row => row.Email.Length > 0).GroupBy(row => normalized(row.Email)).Where(same => same.Count() > 1))
        {
            foreach (var row in same)
            {
                row.Wrong.Add(new WrongCell("", found[CouncilColumns.Email].Column, row.Email, new Said("The same address stands in the rows {0}. Take one out.", string.Join(", ", same.Select(one => one.Row)))));
            }
        }
    }

    private void Carry(CouncilRow row, RowContent source, Dictionary<string, object?> said, CriteriaSaid? criteria, IndustriesSaid? industries)
    {
        var account = accounts.GetValueOrDefault(normalized(row.Email));
        if (account is { IsJudge: false } or { IsActive: false })
        {
            Wrong(row, source, CouncilColumns.Email, new Said(account.IsActive
                ? "There is such an account, but without the role Judge. An administrator must give it the role first."
                : "This account is deactivated. An administrator must activate it first."));
            return;
        }

        var judge = account is null ? null : council.FirstOrDefault(one => one.UserId == account.Id);
        var role = said.GetValueOrDefault(CouncilColumns.Role) as CouncilRole?;
        var details = new JudgeDetails(
            row.Name,
            found.ContainsKey(CouncilColumns.Title) ? said[CouncilColumns.Title] as string : judge?.Title,
            found.ContainsKey(CouncilColumns.Organisation) ? said[CouncilColumns.Organisation] as string : judge?.Organisation,
            found.ContainsKey(CouncilColumns.Role) ? role ?? CouncilRole.Member : judge?.Role ?? CouncilRole.Member);
        var before = judge is null ? [] : Shown(judge);
        if (judge is null)
        {
            row.IsNew = true;
            if (account is null)
            {
                row.NewAccount = Account(row);
            }

            judge = new Judge(programme, account?.Id ?? row.NewAccount!.Id, details);
        }
        else
        {
            judge.Change(programme, details);
        }

        row.Judge = judge;
        try
        {
            Assign(judge, criteria);
        }
        catch (RuleException refusal)
        {
            Wrong(row, source, CouncilColumns.Criteria, new Said(refusal.Message, [.. refusal.Arguments]));
        }

        if (industries is not null)
        {
            judge.AssignNominations(programme, industries.All, [.. industries.Industries.Select(industry => industry.Id)]);
        }

        foreach (var (key, to) in Shown(judge))
        {
            var from = before.GetValueOrDefault(key, "");
            if (from != to && found.TryGetValue(key, out var one))
            {
                row.Changes.Add(new CouncilChange(one.Column, from, to));
            }
        }

        if (judge.HasLeft)
        {
            row.Notes.Add(new Said("This judge has left the council. The import changes only what is said of them; take them back on their own page."));
        }
    }

    // What is frozen is touched only where the file wants it otherwise, and then refused.
    private void Assign(Judge judge, CriteriaSaid? criteria)
    {
        if (criteria is { All: true } && !judge.MarksAllCriteria)
        {
            judge.AssignAll(programme);
        }
        else if (criteria is { All: false } && (judge.MarksAllCriteria
            || !judge.Groups.Select(one => one.GroupId).ToHashSet().SetEquals(criteria.Groups.Select(group => group.Id))
            || !judge.Assigned.Select(one => one.CriterionId).ToHashSet().SetEquals(criteria.Criteria.Select(criterion => criterion.Id))))
        {
            judge.Assign(programme, [.. criteria.Criteria.Select(criterion => criterion.Id)], [.. criteria.Groups.Select(group => group.Id)]);
        }
    }

    private Dictionary<string, string> Shown(Judge judge) => new()
    {
        [CouncilColumns.Name] = judge.Name,
        [CouncilColumns.Title] = judge.Title ?? "",
        [CouncilColumns.Organisation] = judge.Organisation ?? "",
        [CouncilColumns.Role] = T[EnumWords.Of(judge.Role)],
        [CouncilColumns.Criteria] = JudgeScope.Criteria(judge, programme, T, everyName: true),
        [CouncilColumns.Industries] = JudgeScope.Nominations(judge, programme, T),
    };

    private AppUser Account(CouncilRow row) => new()
    {
        FullName = row.Name,
        Email = row.Email,
        UserName = row.Email,
        NormalizedEmail = normalized(row.Email),
        NormalizedUserName = normalized(row.Email),
        EmailConfirmed = true,
        LockoutEnabled = true,
        SecurityStamp = Guid.NewGuid().ToString("N"),
    };

    private TSaid? Understood<TSaid>(CouncilRow row, RowContent source, string key, Dictionary<string, object?> said, Func<string?, (TSaid? Said, string? Unknown)> read, string sentence)
        where TSaid : class
    {
        if (!found.ContainsKey(key) || row.Wrong.Any(wrong => wrong.Column?.Key == key))
        {
            return null;
        }

        var (understood, unknown) = read(said.GetValueOrDefault(key) as string);
        if (unknown is not null)
        {
            Wrong(row, source, key, new Said(sentence, unknown));
        }

        return understood;
    }

    private void Wrong(CouncilRow row, RowContent source, string key, Said why)
    {
        var one = found.GetValueOrDefault(key);
        row.Wrong.Add(new WrongCell(one is null ? "" : CellAddress.Of(source.Number, one.At), one?.Column, one is null ? "" : source[one.At]?.Text ?? "", why));
    }
}
