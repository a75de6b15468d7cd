namespace KeyProducts.Domain;

/// <summary>What a source says of a year.</summary>
/// <param name="Year">The year of the award.</param>
/// <param name="Measure">What is counted.</param>
/// <param name="Industry">The industry, in the source's words; null unless the figure is of one.</param>
/// <param name="Value">The figure: đồng, US cents or a count, as the measure has it.</param>
/// <param name="Exactness">How exactly it is given.</param>
/// <param name="Base">Whether it is of products or of businesses; null where the source does not say.</param>
/// <param name="DataYear">The year it is of; null where the source does not say.</param>
/// <param name="Source">Who says it.</param>
/// <param name="Note">What a reader should know besides; null for nothing.</param>
public sealed record PastFigureContent(
    int Year, PastMeasure Measure, string? Industry, long Value, Exactness Exactness, FigureBase? Base, int? DataYear, string? Source, string? Note);

/// <summary>
/// A figure of a year as a source publishes it. Sources may contradict each other: each keeps its figure, and readers see them side by side.
/// </summary>
public sealed class PastFigure
{
    /// <summary>The first year of the programme's figures, and the last one that can be typed.</summary>
    public const int FirstYear = 2005, LastYear = 2100;

    /// <summary>The longest text, in characters.</summary>
    public const int MaxLength = 500;

    // What the whole country makes and sells abroad in a year; more is a slip of the unit.
    private const long MostCount = 100_000, MostDong = 15_000_000_000_000_000, MostCents = 100_000_000_000_000;

    private PastFigure() => Source = null!;

    /// <summary>Records a figure.</summary>
    /// <param name="content">What the source says.</param>
    /// <param name="isPublic">Whether everybody may read it.</param>
    /// <exception cref="RuleException">Something is missing or cannot be.</exception>
    public PastFigure(PastFigureContent content, bool isPublic)
        : this()
    {
        Change(content);
        IsPublic = isPublic;
    }

    /// <summary>Its key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The year of the award.</summary>
    public int Year { get; private set; }

    /// <summary>What is counted.</summary>
    public PastMeasure Measure { get; private set; }

    /// <summary>The industry, in the source's words; null unless the figure is of one.</summary>
    public string? Industry { get; private set; }

    /// <summary>The figure: đồng, US cents or a count.</summary>
    public long Value { get; private set; }

    /// <summary>How exactly it is given.</summary>
    public Exactness Exactness { get; private set; }

    /// <summary>Whether it is of products or of businesses; null where the source does not say.</summary>
    public FigureBase? Base { get; private set; }

    /// <summary>The year it is of; null where the source does not say.</summary>
    public int? DataYear { get; private set; }

    /// <summary>Who says it.</summary>
    public string Source { get; private set; }

    /// <summary>What a reader should know besides; null for nothing.</summary>
    public string? Note { get; private set; }

    /// <summary>Whether everybody may read it.</summary>
    public bool IsPublic { get; private set; }

    /// <summary>All that the source says.</summary>
    public PastFigureContent Content => new(Year, Measure, Industry, Value, Exactness, Base, DataYear, Source, Note);

    /// <summary>Corrects what is recorded of the source.</summary>
    /// <exception cref="RuleException">Something is missing or cannot be.</exception>
    public void Change(PastFigureContent content)
    {
        var industry = Tidy(content.Industry);
        var (source, note) = (Tidy(content.Source), Tidy(content.Note));
        RequireYear(content.Year);
        Require(content.Measure != PastMeasure.IndustryProducts || industry is not null, nameof(Industry), "Name the industry that the figure is of.");
        Require(content.Measure == PastMeasure.IndustryProducts || industry is null, nameof(Industry), "Only the products of an industry name an industry.");
        Require(content.Value >= 0, nameof(Value), "A figure is not negative.");
        Require(content.Value <= MostOf(content.Measure), nameof(Value), "This figure is past belief. Check its unit and zeros.");
        Require(content.DataYear is null || (content.DataYear >= content.Year - 10 && content.DataYear <= content.Year), nameof(DataYear), "The year of the figures is the year of the award or up to ten years before it.");
        RequireSource(source);
        Require(industry is null || industry.Length <= MaxLength, nameof(Industry), "A text has at most {0} characters.", MaxLength);
        Require(note is null || note.Length <= MaxLength, nameof(Note), "A text has at most {0} characters.", MaxLength);
        (Year, Measure, Industry, Value, Exactness) = (content.Year, content.Measure, industry, content.Value, content.Exactness);
        (Base, DataYear, Source, Note) = (content.Base, content.DataYear, source!, note);
    }

    /// <summary>Lets everybody read it, or staff alone.</summary>
    public void Show(bool isPublic) => IsPublic = isPublic;

    /// <summary>
    /// Whether a number can be the one that the source means: "about" leaves a tenth on either side, "nearly" a tenth below, "more than" a tenth above. Printed amounts of
    /// money are rounded, so that half a percent is no difference.
    /// </summary>
    public bool Fits(long value)
    {
        var slack = IsMoney(Measure) ? Value * 0.005m : 0;
        var tenth = Math.Max(Value * 0.1m, slack);
        return value >= Value - (Exactness is Exactness.About or Exactness.Nearly ? tenth : slack)
            && value <= Value + (Exactness is Exactness.About or Exactness.MoreThan ? tenth : slack);
    }

    /// <summary>Whether two sources can mean the same number.</summary>
    public bool Agrees(PastFigure other) => Fits(other.Value) || other.Fits(Value);

    /// <summary>Whether a measure is an amount of money.</summary>
    public static bool IsMoney(PastMeasure measure) => measure is PastMeasure.Revenue or PastMeasure.Export;

    private static long MostOf(PastMeasure measure) => measure switch
    {
        PastMeasure.Revenue => MostDong,
        PastMeasure.Export => MostCents,
        _ => MostCount,
    };

    internal static void RequireYear(int year) =>
        Require(year is >= FirstYear and <= LastYear, nameof(Year), "The year must lie between {0} and {1}.", FirstYear, LastYear);

    internal static void RequireSource(string? source)
    {
        Require(source is not null, nameof(Source), "Say where it was read: every figure keeps its source.");
        Require(source!.Length <= MaxLength, nameof(Source), "A text has at most {0} characters.", MaxLength);
    }

    internal static void Require(bool holds, string field, string message, params object[] arguments)
    {
        if (!holds)
        {
            throw new RuleException(message, arguments) { Field = field };
        }
    }

    internal static string? Tidy(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim().Normalize();
}
