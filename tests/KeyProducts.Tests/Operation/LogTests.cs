using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using KeyProducts.Tests.Support;
using Microsoft.Data.Sqlite;

namespace KeyProducts.Tests.Operation;

/// <summary>The log of a program in Production.</summary>
public sealed partial class LogTests
{
    [Fact]
    public async Task The_request_number_on_the_error_page_leads_to_the_cause_in_the_log_whose_lines_are_JSON()
    {
        await using var program = new AppProcess("Production");
        await program.StartAsync();
        await using (var connection = new SqliteConnection($"Data Source={Path.Combine(program.Folder, "keyproducts.db")};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA foreign_keys=OFF; ALTER TABLE Businesses RENAME TO Gone;";
            await command.ExecuteNonQueryAsync();
        }

        using var client = new HttpClient { BaseAddress = new Uri(program.Address) };
        using var answer = await client.GetAsync(new Uri("/recognised?q=abc", UriKind.Relative));
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        var number = RequestNumber().Match(await answer.Content.ReadAsStringAsync()).Groups[1].Value;
        Assert.NotEmpty(number);
        await program.StopAsync();

        var lines = program.Said.Select(line => JsonDocument.Parse(line).RootElement).ToList();
        var told = lines.Where(line => line.GetRawText().Contains(number, StringComparison.Ordinal)).ToList();
        Assert.Contains(told, line => line.GetProperty("LogLevel").GetString() == "Error" && line.GetRawText().Contains("no such table", StringComparison.Ordinal));
        Assert.All(lines, line => Assert.EndsWith("Z", line.GetProperty("Timestamp").GetString(), StringComparison.Ordinal));
    }

    [GeneratedRegex("<code>([^<]+)</code>")]
    private static partial Regex RequestNumber();
}
