using System.Net;
using KeyProducts.Web.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace KeyProducts.Tests.Operation;

/// <summary>Whose word counts for where a reader comes from.</summary>
public sealed class ProxyTests
{
    [Theory]
    [InlineData("", "127.0.0.1", true)]
    [InlineData("", "10.0.0.5", false)]
    [InlineData("10.0.0.5, 10.1.0.0/16, fd00::/8", "10.0.0.5", true)]
    [InlineData("10.0.0.5, 10.1.0.0/16, fd00::/8", "10.0.0.6", false)]
    [InlineData("10.0.0.5, 10.1.0.0/16, fd00::/8", "10.1.200.3", true)]
    [InlineData("10.0.0.5, 10.1.0.0/16, fd00::/8", "fd12::1", true)]
    [InlineData("10.0.0.5, 10.1.0.0/16, fd00::/8", "fe80::1", false)]
    public void Only_this_machine_and_named_proxies_are_believed(string setting, string from, bool isBelieved)
    {
        var options = OptionsOf(setting);
        var address = IPAddress.Parse(from);
        Assert.Equal(isBelieved, options.KnownProxies.Contains(address) || options.KnownIPNetworks.Any(network => network.Contains(address)));
        Assert.Equal(ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, options.ForwardedHeaders);
    }

    [Theory]
    [InlineData("proxy.example")]
    [InlineData("10.0.0.0/99")]
    public void A_proxy_that_is_no_address_stops_the_start_with_its_name(string setting) =>
        Assert.Contains(setting, Assert.Throws<FormatException>(() => OptionsOf(setting)).Message, StringComparison.Ordinal);

    private static ForwardedHeadersOptions OptionsOf(string setting)
    {
        var services = new ServiceCollection();
        services.AddProxy(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["KeyProducts:Proxies"] = setting }).Build());
        return services.BuildServiceProvider().GetRequiredService<IOptions<ForwardedHeadersOptions>>().Value;
    }
}
