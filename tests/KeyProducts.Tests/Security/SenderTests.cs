using System.Net;
using KeyProducts.Web.Access;

namespace KeyProducts.Tests.Security;

/// <summary>What limits count as one sender: nobody gets round them with the many addresses that a provider gives to one customer.</summary>
public sealed class SenderTests
{
    [Theory]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff:ffff:ffff:ffff", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    [InlineData("::ffff:203.0.113.7", "203.0.113.7", true)]
    [InlineData("203.0.113.7", "203.0.113.8", false)]
    [InlineData("fe80::1%1", "fe80::2%2", true)]
    public void Two_addresses_of_one_network_of_64_bits_are_one_sender(string one, string other, bool isSame) =>
        Assert.Equal(isSame, Sender.KeyOf(IPAddress.Parse(one)) == Sender.KeyOf(IPAddress.Parse(other)));

    [Fact]
    public void A_connection_without_an_address_is_counted_too() => Assert.Equal("", Sender.KeyOf((IPAddress?)null));
}
