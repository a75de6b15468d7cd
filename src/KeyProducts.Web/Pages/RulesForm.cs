using KeyProducts.Domain;
using KeyProducts.Web.Storage;
using KeyProducts.Web.Text;

namespace KeyProducts.Web.Pages;

/// <summary>The settings that decide a result, as a form: to try them, or to change them after judging has opened.</summary>
public sealed class RulesForm
{
    public ScoringMethod Method { get; set; }

    public int? Decimals { get; set; }

    public int? Quorum { get; set; }

    public decimal? PassMark { get; set; }

    public decimal? SpreadLimit { get; set; }

    public int? TopCount { get; set; }

    public int? BusinessCap { get; set; }

    public List<string?> Ties { get; set; } = [];

    /// <summary>Minima of groups, by their keys.</summary>
    public Dictionary<Guid, GroupRules> Groups { get; set; } = [];

    /// <summary>Criteria, by their keys.</summary>
    public Dictionary<Guid, CriterionRules> Criteria { get; set; } = [];

    /// <summary>The form as a year, whose criteria must be loaded, fills it.</summary>
    public static RulesForm Of(Programme programme)
    {
        var rules = programme.Rules;
        return new RulesForm
        {
            Method = rules.Method,
            Decimals = rules.Decimals,
            Quorum = rules.Quorum,
            PassMark = rules.PassMark,
            SpreadLimit = rules.SpreadLimit,
            TopCount = rules.TopCount,
            BusinessCap = rules.BusinessCap,
            Ties = [.. rules.TieSequence],
            Groups = programme.Groups.ToDictionary(group => group.Id, group => new GroupRules { Minimum = MinimumText.Write(group.Minimum) }),
            Criteria = programme.Criteria.ToDictionary(criterion => criterion.Id, criterion => new CriterionRules
            {
                Max = criterion.Max,
                Minimum = MinimumText.Write(criterion.Minimum),
                Bands = [.. criterion.Bands.Select(band => new BandForm { From = band.From, Points = band.Points })],
            }),
        };
    }

    /// <summary>
    /// Fills in what was not sent: a link may name one setting alone, and a form leaves out what it cannot change. What was sent empty stays empty. Keys that the year does not have are dropped.
    /// </summary>
    /// <param name="own">What stands there otherwise.</param>
    /// <param name="sent">The names that were sent.</param>
    public void FillUp(RulesForm own, IReadOnlyCollection<string> sent)
    {
        bool Has(string name) => sent.Contains("Input." + name);
        Method = Has(nameof(Method)) ? Method : own.Method;
        Decimals = Has(nameof(Decimals)) ? Decimals : own.Decimals;
        Quorum = Has(nameof(Quorum)) ? Quorum : own.Quorum;
        PassMark = Has(nameof(PassMark)) ? PassMark : own.PassMark;
        SpreadLimit = Has(nameof(SpreadLimit)) ? SpreadLimit : own.SpreadLimit;
        TopCount = Has(nameof(TopCount)) ? TopCount : own.TopCount;
        BusinessCap = Has(nameof(BusinessCap)) ? BusinessCap : own.BusinessCap;
        Ties = sent.Any(name => name.StartsWith("Input.Ties[", StringComparison.Ordinal)) ? Ties : own.Ties;
        while (Ties.Count < ProgrammeRules.TieSteps.Count)
        {
            Ties.Add("");
        }

        Groups = own.Groups.ToDictionary(one => one.Key, one => Has($"Groups[{one.Key}].Minimum") && Groups.TryGetValue(one.Key, out var group) ? group : one.Value);
        Criteria = own.Criteria.ToDictionary(one => one.Key, one =>
        {
            var typed = Criteria.GetValueOrDefault(one.Key) ?? new CriterionRules();
            return new CriterionRules
            {
                Max = Has($"Criteria[{one.Key}].Max") ? typed.Max : one.Value.Max,
                Minimum = Has($"Criteria[{one.Key}].Minimum") ? typed.Minimum : one.Value.Minimum,
                Bands = sent.Any(name => name.StartsWith($"Input.Criteria[{one.Key}].Bands[", StringComparison.Ordinal)) ? typed.Bands : one.Value.Bands,
            };
        });
    }

    /// <summary>The rules, with the scale and step of marks of <paramref name="own"/>.</summary>
    /// <exception cref="RuleException">A figure that is needed is missing.</exception>
    public ProgrammeRules ToRules(ProgrammeRules own) => own with
    {
        Method = Method,
        Decimals = Needed(Decimals, nameof(Decimals)),
        Quorum = Needed(Quorum, nameof(Quorum)),
        PassMark = PassMark,
        SpreadLimit = SpreadLimit,
        TopCount = Needed(TopCount, nameof(TopCount)),
        BusinessCap = BusinessCap,
        TieChain = string.Join(' ', Ties.Where(step => !string.IsNullOrEmpty(step))),
    };

    /// <summary>The same as a change of a year's frozen rules; maxima stay.</summary>
    /// <exception cref="RuleException">A field cannot be read, or one that is needed is empty.</exception>
    public RulesAfterOpening ToChange(Programme programme)
    {
        var minima = programme.Criteria.ToDictionary(criterion => criterion.Id, criterion => MinimumAt($"Criteria[{criterion.Id}].Minimum", Criteria[criterion.Id].Minimum));
        var bands = programme.Criteria.Where(criterion => criterion.IsComputed).ToDictionary(criterion => criterion.Id, criterion =>
        {
            var rows = Criteria[criterion.Id].Bands;
            var written = BandForm.Write(rows, $"Criteria[{criterion.Id}].");
            BandForm.Checked(criterion.Content with { Minimum = minima[criterion.Id], Bands = written }, rows, $"Criteria[{criterion.Id}].");
            return written;
        });
        return new(
            ToRules(programme.Rules),
            Groups.ToDictionary(one => one.Key, one => MinimumAt($"Groups[{one.Key}].Minimum", one.Value.Minimum)),
            minima,
            bands);
    }

    /// <summary>The settings to be tried with a year's criteria, every maximum as typed; the scale is what they add up to.</summary>
    /// <param name="programme">The year.</param>
    /// <param name="own">Its settings.</param>
    /// <exception cref="RuleException">A field cannot be read, or no year could have these settings.</exception>
    public RuleSet ToRuleSet(Programme programme, RuleSet own)
    {
        var criteria = programme.Criteria.Zip(own.Criteria, (stored, criterion) =>
        {
            var place = $"Criteria[{stored.Id}].";
            var max = Needed(Criteria[stored.Id].Max, place + "Max");
            var minimum = MinimumAt(place + "Minimum", Criteria[stored.Id].Minimum);
            At(field => place + field, () => (stored.Content with { Max = max, Minimum = minimum, Figure = null }).Checked());
            return RuleSet.WithMax(criterion, max) with { Minimum = minimum };
        }).ToList();
        var groups = programme.Groups.Zip(own.Groups, (stored, group) =>
        {
            var place = $"Groups[{stored.Id}].";
            var minimum = MinimumAt(place + "Minimum", Groups[stored.Id].Minimum);
            At(field => place + field, () => minimum?.Checked(criteria.Where(one => one.Group == group.Id).Sum(one => one.Max)));
            return group with { Minimum = minimum };
        }).ToList();
        // A year that is being prepared may have no criteria yet.
        var rules = ToRules(programme.Rules) with { Scale = criteria.Count == 0 ? programme.Rules.Scale : criteria.Sum(one => one.Max) };
        return new RuleSet(YearRules.Of(rules.Checked()), groups, criteria);
    }

    private static Minimum? MinimumAt(string place, string? typed)
    {
        Minimum? minimum = null;
        At(_ => place, () => minimum = MinimumText.Read(typed));
        return minimum;
    }

    // A refusal is said at the field that it concerns.
    private static void At(Func<string, string> place, Action read)
    {
        try
        {
            read();
        }
        catch (RuleException refusal)
        {
            throw new RuleException(refusal.Message, [.. refusal.Arguments]) { Field = place(refusal.Field ?? "") };
        }
    }

    private static TValue Needed<TValue>(TValue? value, string field)
        where TValue : struct => value ?? throw new RuleException("Fill in this field.") { Field = field };

    /// <summary>A group of criteria.</summary>
    public sealed class GroupRules
    {
        public string? Minimum { get; set; }
    }

    /// <summary>A criterion.</summary>
    public sealed class CriterionRules
    {
        public decimal? Max { get; set; }

        public string? Minimum { get; set; }

        /// <summary>Of a computed criterion.</summary>
        public List<BandForm> Bands { get; set; } = [];
    }
}
