using System.Globalization;

namespace KeyProducts.Benchmarks;

/// <summary>A judge who saves one mark after the other of a sheet, as the page's script does while somebody types, and changes it in the next round.</summary>
internal sealed class Writer(int year, int number, int judge, IReadOnlyList<Guid> criteria, string cookies, string token) : ICaller
{
    private readonly string address = string.Create(CultureInfo.InvariantCulture, $"/programmes/{year}/judging/{number}?handler=Changes");
    private readonly Dictionary<Guid, string> stored = [];
    private (Guid Criterion, string Value) asked;
    private int step = -1;

    /// <summary>How many marks were answered as saved.</summary>
    public long Saved { get; private set; }

    public int Year => year;

    public int Number => number;

    /// <summary>Which judge, from 0.</summary>
    public int Judge => judge;

    /// <summary>The mark that was acknowledged last for each criterion.</summary>
    public IReadOnlyDictionary<Guid, string> Stored => stored;

    public byte[] Next()
    {
        step = (step + 1) % criteria.Count;
        var criterion = criteria[step];
        var seen = stored.GetValueOrDefault(criterion, "");
        asked = (criterion, seen == "2" ? "3" : "2");
        return Connection.Post(address, cookies, $"__RequestVerificationToken={token}&Input.SeenMarks%5B{criterion}%5D={seen}&Input.Marks%5B{criterion}%5D={asked.Value}");
    }

    public bool Take(int status, Connection answer)
    {
        if (status != 200 || !answer.Holds("\"state\":\"saved\""u8))
        {
            return false;
        }

        stored[asked.Criterion] = asked.Value;
        Saved++;
        return true;
    }
}
