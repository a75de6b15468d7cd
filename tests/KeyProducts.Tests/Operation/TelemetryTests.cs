using System.Net;
using System.Net.Sockets;
using System.Text;
using KeyProducts.Tests.Support;

namespace KeyProducts.Tests.Operation;

/// <summary>What the program counts of itself, and where it goes.</summary>
public sealed class TelemetryTests
{
    [Fact]
    public async Task Meters_and_traces_go_to_the_collector_that_is_named()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        taken.Stop();
        using var collector = new HttpListener { Prefixes = { $"http://127.0.0.1:{port}/" } };
        collector.Start();

        await using var program = new AppProcess("Production");
        program.Settings["OTEL_EXPORTER_OTLP_ENDPOINT"] = $"http://127.0.0.1:{port}";
        program.Settings["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf";
        program.Settings["OTEL_METRIC_EXPORT_INTERVAL"] = "300";
        program.Settings["OTEL_BSP_SCHEDULE_DELAY"] = "300";
        await program.StartAsync();

        var heard = new Dictionary<string, string>();
        bool IsAllThere() => heard.GetValueOrDefault("/v1/metrics", "").Contains("keyproducts.mail.queue", StringComparison.Ordinal)
            && heard["/v1/metrics"].Contains("http.server.request.duration", StringComparison.Ordinal) && heard.ContainsKey("/v1/traces");
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!IsAllThere())
        {
            var call = await collector.GetContextAsync().WaitAsync(patience.Token);
            using var body = new MemoryStream();
            await call.Request.InputStream.CopyToAsync(body, patience.Token);
            heard[call.Request.Url!.AbsolutePath] = heard.GetValueOrDefault(call.Request.Url.AbsolutePath, "") + Encoding.Latin1.GetString(body.ToArray());
            call.Response.Close();
        }
    }
}
